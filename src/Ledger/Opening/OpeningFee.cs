namespace Cycle.Ledger.Opening;

/// <summary>A fee: of an item or plan of the same posting id, or a posting of its own.</summary>
/// <param name="PostingId">The posting it came with, or its own.</param>
/// <param name="CardId">The card of a fee of its own; empty for charges to the account.</param>
/// <param name="Kind">The fee's name on statements.</param>
/// <param name="PostingDate">When it was booked.</param>
/// <param name="BilledOn">The statement that billed it; none when it was booked after the last one.</param>
/// <param name="Amount">What was charged, above zero.</param>
/// <param name="Outstanding">What of it was open at the last cut.</param>
public sealed record OpeningFee(
    string PostingId,
    string CardId,
    string Kind,
    DateOnly PostingDate,
    DateOnly? BilledOn,
    Money Amount,
    Money Outstanding) : OpeningRecord
{
    /// <summary>Whether it came with an item or plan.</summary>
    public bool ComesWithPosting => FeeKinds.WithPosting.Contains(Kind);
}
