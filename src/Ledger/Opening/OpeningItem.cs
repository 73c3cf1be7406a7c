using Cycle.Ledger.Accounts;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Opening;

/// <summary>A purchase, cash advance or tax payment on a statement of the other system; paid ones so that a refund or reversal can name them.</summary>
/// <param name="PostingId">The network's reference.</param>
/// <param name="CardId">The card it was made with.</param>
/// <param name="Kind">A kind that makes principal.</param>
/// <param name="TransactionDate">When the customer acted.</param>
/// <param name="PostingDate">When it was booked.</param>
/// <param name="BilledOn">The statement that first billed it.</param>
/// <param name="Original">Amount in the currency of the transaction.</param>
/// <param name="Amount">Baht amount without fees, above zero.</param>
/// <param name="Outstanding">What of it was open at the last cut.</param>
/// <param name="Grace">Where it stands with interest-free days; none when nothing is open.</param>
/// <param name="Merchant">Merchant as received and masked.</param>
public sealed record OpeningItem(
    string PostingId,
    string CardId,
    PostingKind Kind,
    DateOnly TransactionDate,
    DateOnly PostingDate,
    DateOnly BilledOn,
    CurrencyAmount Original,
    Money Amount,
    Money Outstanding,
    Grace? Grace,
    string Merchant) : OpeningRecord;
