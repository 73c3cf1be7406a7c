using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Opening;

/// <summary>An open part of an instalment plan; it was posted on the statement that billed it.</summary>
/// <param name="PostingId">The plan.</param>
/// <param name="Number">Number of the part, from 1.</param>
/// <param name="BilledOn">The statement that billed it.</param>
/// <param name="Outstanding">What of it was open at the last cut, above zero.</param>
/// <param name="Grace">Where it stands with interest-free days.</param>
public sealed record OpeningPart(
    string PostingId, int Number, DateOnly BilledOn, Money Outstanding, Grace Grace) : OpeningRecord;
