namespace Cycle.Ledger.Postings;

/// <summary>The channels a payment may come through, as posting files name them; a blank channel is one that is not known.</summary>
public static class PaymentChannels
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "COUNTER", "ATM", "MOBILE", "DIRECT_DEBIT", "PROMPTPAY", "COUNTER_SERVICE_BKK", "COUNTER_SERVICE_UPC", "LOTUS", "KIOSK",
    };

    /// <summary>All names, in the order people list them.</summary>
    public static IReadOnlyCollection<string> All => Known;

    /// <summary>Whether a posting file may name this channel.</summary>
    /// <param name="name">As the file has it; case matters.</param>
    public static bool Contains(string name) => Known.Contains(name);
}
