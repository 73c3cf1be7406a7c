namespace Cycle.Ledger;

/// <summary>A percentage in whole basis points (1/100 of one percent): 16 % is 1,600.</summary>
/// <param name="BasisPoints">Zero or above.</param>
public readonly record struct PercentRate(int BasisPoints)
{
    /// <summary>Basis points in the whole: 100 %.</summary>
    public const int BasisPointsInOne = 10_000;

    /// <summary>No charge at all.</summary>
    public static readonly PercentRate Zero;

    /// <summary>This share of an amount, rounded half away from zero to the satang.</summary>
    /// <param name="amount">The amount the percentage is taken of.</param>
    public Money Of(Money amount) =>
        new(Rounding.HalfAwayFromZero((Int128)amount.Satang * BasisPoints, BasisPointsInOne));

    /// <summary>Percent with two decimals, as files write rates ("16.00").</summary>
    public override string ToString() => Hundredths.Format(BasisPoints);
}
