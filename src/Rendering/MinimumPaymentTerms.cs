using Cycle.Ledger;

namespace Cycle.Rendering;

/// <summary>The tariff's minimum payment in force on the statement date (rules.md section 6).</summary>
/// <param name="Share">Share of the new balance, rounded down to whole baht.</param>
/// <param name="Floor">The least minimum, zero or above; a smaller balance is due whole.</param>
public readonly record struct MinimumPaymentTerms(PercentRate Share, Money Floor);
