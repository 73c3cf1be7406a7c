namespace Cycle.Bench.Portfolio;

/// <summary>One row of a posting file, before it is written.</summary>
internal sealed record PostingRow
{
    public static readonly string[] Header =
    [
        "posting_id", "card_id", "kind", "transaction_date", "transaction_time", "posting_date", "amount", "currency", "billing_amount",
        "merchant", "mcc", "country", "original_posting_id", "channel", "instalment_months",
    ];

    public required string PostingId { get; init; }

    public required string CardId { get; init; }

    public required string Kind { get; init; }

    public required DateOnly TransactionDate { get; init; }

    public string Time { get; init; } = "";

    public required DateOnly PostingDate { get; init; }

    /// <summary>Hundredths of the currency; null leaves the cell blank.</summary>
    public long? Amount { get; init; }

    public string Currency { get; init; } = "THB";

    /// <summary>Satang; null leaves the cell blank.</summary>
    public long? BillingAmount { get; init; }

    public string Merchant { get; init; } = "";

    public string Mcc { get; init; } = "";

    public string Country { get; init; } = "TH";

    public string Original { get; init; } = "";

    public string Channel { get; init; } = "";

    public int InstalmentMonths { get; init; }

    public string[] Cells =>
    [
        PostingId, CardId, Kind, Texts.Date(TransactionDate), Time, Texts.Date(PostingDate), AmountText, Currency,
        BillingAmount is { } billed ? Texts.Money(billed) : "", Merchant, Mcc, Country, Original, Channel,
        InstalmentMonths > 0 ? InstalmentMonths.ToString() : "",
    ];

    private string AmountText => Amount is not { } amount ? "" : Currency == "JPY" ? (amount / 100).ToString() : Texts.Money(amount);
}
