namespace Cycle.Ledger.Accounts;

/// <summary>A billed fee that is not paid off at a cut.</summary>
/// <param name="PostingId">The posting it came with.</param>
/// <param name="Kind">The fee's name on statements.</param>
/// <param name="PostingDate">When it was booked.</param>
/// <param name="BilledOn">The statement that billed it.</param>
/// <param name="Outstanding">Above zero.</param>
public sealed record OpenFee(string PostingId, string Kind, DateOnly PostingDate, DateOnly BilledOn, Money Outstanding);
