namespace Cycle.Ledger;

/// <summary>The one rounding of the rules: half away from zero (rules.md section 3).</summary>
public static class Rounding
{
    /// <summary><paramref name="numerator"/> / <paramref name="denominator"/> to the nearest whole, ties away from zero.</summary>
    /// <param name="numerator">Any sign.</param>
    /// <param name="denominator">Above zero.</param>
    public static long HalfAwayFromZero(Int128 numerator, Int128 denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(denominator, Int128.Zero);
        var magnitude = Int128.Abs(numerator);
        var rounded = ((2 * magnitude) + denominator) / (2 * denominator);
        return (long)(numerator < 0 ? -rounded : rounded);
    }
}
