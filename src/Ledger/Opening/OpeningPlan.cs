using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Opening;

/// <summary>An instalment plan of which parts are still to come, or parts on statements are open or may be refunded or reversed.</summary>
/// <param name="PostingId">The purchase.</param>
/// <param name="CardId">The card it was made with.</param>
/// <param name="TransactionDate">When the customer bought.</param>
/// <param name="PostingDate">When it was booked.</param>
/// <param name="Original">Amount in the currency of the transaction.</param>
/// <param name="Amount">The whole amount in baht.</param>
/// <param name="Months">Number of parts, 2 or more.</param>
/// <param name="PartsBilled">Parts already on statements, 1 or more.</param>
/// <param name="Merchant">Merchant as received and masked.</param>
public sealed record OpeningPlan(
    string PostingId,
    string CardId,
    DateOnly TransactionDate,
    DateOnly PostingDate,
    CurrencyAmount Original,
    Money Amount,
    int Months,
    int PartsBilled,
    string Merchant) : OpeningRecord
{
    /// <summary>Whether parts are still to come.</summary>
    public bool IsRunning => PartsBilled < Months;

    /// <summary>The plan as this system continues it.</summary>
    public InstalmentPlan ToPlan() => new(PostingId, CardId, TransactionDate, Merchant, Amount, Months, PartsBilled);
}
