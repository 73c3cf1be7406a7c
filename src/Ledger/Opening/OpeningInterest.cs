namespace Cycle.Ledger.Opening;

/// <summary>Interest on a statement of the other system that is not paid off.</summary>
/// <param name="BilledOn">The statement that billed it.</param>
/// <param name="Amount">What it billed.</param>
/// <param name="Outstanding">What of it was open at the last cut, above zero.</param>
public sealed record OpeningInterest(DateOnly BilledOn, Money Amount, Money Outstanding) : OpeningRecord;
