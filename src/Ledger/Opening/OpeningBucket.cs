namespace Cycle.Ledger.Opening;

/// <summary>A minimum payment before the last statement's that is not filled.</summary>
/// <param name="StatementDate">The statement that asked for it.</param>
/// <param name="EffectiveDueDate">The last day on which it was in time.</param>
/// <param name="MinimumPayment">What was asked for.</param>
/// <param name="Missing">What of it was missing at the last cut, above zero.</param>
public sealed record OpeningBucket(
    DateOnly StatementDate, DateOnly EffectiveDueDate, Money MinimumPayment, Money Missing) : OpeningRecord;
