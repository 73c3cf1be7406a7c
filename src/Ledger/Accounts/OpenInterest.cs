namespace Cycle.Ledger.Accounts;

/// <summary>A statement's interest that is not paid off at a cut.</summary>
/// <param name="BilledOn">The statement that billed it.</param>
/// <param name="Outstanding">Above zero.</param>
public sealed record OpenInterest(DateOnly BilledOn, Money Outstanding);
