using Cycle.Ledger.Billing;

namespace Cycle.Jobs.Audit;

/// <summary>The whole answer to "why?" for one statement.</summary>
/// <param name="Statement">The statement as issued.</param>
/// <param name="Tariff">The tariff's id and hash.</param>
/// <param name="Grace">The grace decision in words, with the sum that decided it.</param>
/// <param name="Figures">Every figure with its parts.</param>
/// <param name="Allocations">Which credit paid what, when.</param>
/// <param name="Recomputed">What differs when the statement is computed again from the state before it; empty when nothing does.</param>
public sealed record Explanation(
    Statement Statement,
    string Tariff,
    string Grace,
    IReadOnlyList<ExplainedFigure> Figures,
    IReadOnlyList<Allocation> Allocations,
    IReadOnlyList<string> Recomputed);
