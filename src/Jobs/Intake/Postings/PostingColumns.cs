namespace Cycle.Jobs.Intake.Postings;

/// <summary>The columns of a posting file, and their places in <see cref="All"/>.</summary>
internal static class PostingColumns
{
    public const int PostingId = 0;
    public const int CardId = 1;
    public const int Kind = 2;
    public const int TransactionDate = 3;
    public const int TransactionTime = 4;
    public const int PostingDate = 5;
    public const int Amount = 6;
    public const int Currency = 7;
    public const int BillingAmount = 8;
    public const int Merchant = 9;
    public const int Mcc = 10;
    public const int Country = 11;
    public const int OriginalPostingId = 12;
    public const int Channel = 13;
    public const int InstalmentMonths = 14;

    /// <summary>All of them.</summary>
    public static readonly string[] All =
    [
        "posting_id", "card_id", "kind", "transaction_date", "transaction_time", "posting_date", "amount", "currency", "billing_amount",
        "merchant", "mcc", "country", "original_posting_id", "channel", "instalment_months",
    ];
}
