namespace Cycle.Ledger;

/// <summary>An amount in the currency of the transaction, as the network reported it.</summary>
/// <param name="Currency">ISO 4217 code, capitals.</param>
/// <param name="Hundredths">Hundredths of the currency's unit, also for currencies without decimals; zero or above.</param>
public readonly record struct CurrencyAmount(string Currency, long Hundredths)
{
    /// <summary>The domestic currency.</summary>
    public const string Baht = "THB";

    /// <summary>A baht amount.</summary>
    /// <param name="amount">The amount; its sign is dropped.</param>
    public static CurrencyAmount OfBaht(Money amount) => new(Baht, Math.Abs(amount.Satang));

    /// <summary>Whether the transaction was in another currency than baht.</summary>
    public bool IsForeign => Currency != Baht;

    /// <summary>The number alone, with two decimals ("12.50").</summary>
    public override string ToString() => Ledger.Hundredths.Format(Hundredths);
}
