namespace Cycle.Ledger.Postings;

/// <summary>The baht amount of a foreign transaction at a scheme's rate: the one place of the conversion (rules.md section 3).</summary>
public static class ThbAmount
{
    /// <summary>The largest baht amount of one posting: 999,999,999,999.99, as of one row's own amount.</summary>
    public static readonly Money Largest = new(99_999_999_999_999);

    /// <summary>The largest rate that is taken in, THB for one unit; no currency is near it, and every product stays exact below it.</summary>
    public const decimal LargestRate = 999_999.99999999m;

    /// <summary>Amount times rate, rounded half away from zero to the satang.</summary>
    /// <param name="hundredths">Hundredths of the currency's unit, 0 to 99,999,999,999,999.</param>
    /// <param name="rate">THB for one unit, above zero, at most <see cref="LargestRate"/>, up to 8 decimals.</param>
    /// <returns>The amount, or null when it is above <see cref="Largest"/>.</returns>
    public static Money? Of(long hundredths, decimal rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hundredths);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, LargestRate);

        // 14 digits times 14 digits: within the 28 that decimal keeps exactly.
        var satang = decimal.Round(hundredths * rate, MidpointRounding.AwayFromZero);
        return satang > Largest.Satang ? null : new Money((long)satang);
    }
}
