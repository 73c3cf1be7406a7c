namespace Cycle.Ledger.Postings;

/// <summary>A posting as taken in, or made by the night itself (rules.md section 3).</summary>
/// <param name="PostingId">Unique for ever.</param>
/// <param name="CardId">The card's token; empty for charges to the account.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TransactionDate">When the customer acted.</param>
/// <param name="PostingDate">When the bank booked it.</param>
/// <param name="ValueDate">The day it counts in allocation; always after the account's last cut when it was taken.</param>
/// <param name="TakenOn">The business date of the night that took it.</param>
/// <param name="Original">Amount in the currency of the transaction.</param>
/// <param name="Amount">Baht amount, unsigned, without fees. Of a reversal: nothing, its original decides.</param>
/// <param name="Fees">The fees that came with it.</param>
/// <param name="Merchant">Merchant as received and masked.</param>
/// <param name="OriginalPostingId">For refunds (optional) and reversals: the original.</param>
/// <param name="InstalmentMonths">Monthly parts, 2 or more, when the purchase is a plan.</param>
public sealed record Posting(
    string PostingId,
    string CardId,
    PostingKind Kind,
    DateOnly TransactionDate,
    DateOnly PostingDate,
    DateOnly ValueDate,
    DateOnly TakenOn,
    CurrencyAmount Original,
    Money Amount,
    PostingFees Fees,
    string Merchant,
    string? OriginalPostingId = null,
    int? InstalmentMonths = null)
{
    /// <summary>Whether it is billed in monthly parts.</summary>
    public bool IsPlan => InstalmentMonths is >= 2;
}
