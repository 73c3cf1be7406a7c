using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Billing;

/// <summary>What a cut produces.</summary>
/// <param name="Statement">The statement, unless nothing happened and nothing is owed.</param>
/// <param name="State">The state the next cycle begins with.</param>
/// <param name="Grace">How the grace of the statement before was decided.</param>
/// <param name="Allocations">Which credit paid what, when asked for; else empty.</param>
public sealed record CutResult(
    Statement? Statement, AccountState State, GraceDecision Grace, IReadOnlyList<Allocation> Allocations);
