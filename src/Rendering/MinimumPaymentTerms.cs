using Cycle.Ledger;
using Cycle.Ledger.Tariffs;

namespace Cycle.Rendering;

/// <summary>The tariff's minimum payment in force on the statement date (rules.md section 6).</summary>
/// <param name="Share">Share of the new balance.</param>
/// <param name="Rounding">How that share is rounded.</param>
/// <param name="Floor">The least minimum, zero or above; a smaller balance is due whole.</param>
public readonly record struct MinimumPaymentTerms(PercentRate Share, MinimumRounding Rounding, Money Floor);
