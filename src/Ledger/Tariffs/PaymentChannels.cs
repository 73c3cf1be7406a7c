namespace Cycle.Ledger.Tariffs;

/// <summary>The channels a payment may come through (files.md, postings).</summary>
public static class PaymentChannels
{
    /// <summary>The names as files and tariffs write them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "COUNTER", "ATM", "MOBILE", "DIRECT_DEBIT", "PROMPTPAY",
        "COUNTER_SERVICE_BKK", "COUNTER_SERVICE_UPC", "LOTUS", "KIOSK",
    ];
}
