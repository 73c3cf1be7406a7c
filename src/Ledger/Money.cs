using System.Numerics;

namespace Cycle.Ledger;

/// <summary>An amount of Thai baht in whole satang (1/100 THB). Signed; any overflow throws <see cref="OverflowException"/>.</summary>
/// <param name="Satang">The amount in satang; negative for credits where the context allows a sign.</param>
public readonly record struct Money(long Satang) : IComparable<Money>,
    IAdditionOperators<Money, Money, Money>, ISubtractionOperators<Money, Money, Money>,
    IUnaryNegationOperators<Money, Money>, IComparisonOperators<Money, Money, bool>
{
    /// <summary>Nothing: 0.00.</summary>
    public static readonly Money Zero;

    /// <summary>Whole baht as money.</summary>
    /// <param name="baht">Baht, any sign.</param>
    public static Money FromBaht(long baht) => new(baht * 100);

    /// <summary>The smaller of two amounts.</summary>
    public static Money Min(Money left, Money right) => new(Math.Min(left.Satang, right.Satang));

    /// <summary>The larger of two amounts.</summary>
    public static Money Max(Money left, Money right) => new(Math.Max(left.Satang, right.Satang));

    /// <summary>The sum of many amounts; zero for none.</summary>
    public static Money Sum(IEnumerable<Money> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        long total = 0;
        foreach (var amount in amounts)
        {
            total += amount.Satang;
        }

        return new(total);
    }

    /// <summary>Whether anything is owed: above zero.</summary>
    public bool IsPositive => Satang > 0;

    /// <summary>Whether the amount is exactly zero.</summary>
    public bool IsZero => Satang == 0;

    /// <summary>Addition; throws on overflow.</summary>
    public static Money operator +(Money left, Money right) => new(left.Satang + right.Satang);

    /// <summary>Subtraction; throws on overflow.</summary>
    public static Money operator -(Money left, Money right) => new(left.Satang - right.Satang);

    /// <summary>The amount with the other sign.</summary>
    public static Money operator -(Money value) => new(-value.Satang);

    /// <summary>Less than.</summary>
    public static bool operator <(Money left, Money right) => left.Satang < right.Satang;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(Money left, Money right) => left.Satang <= right.Satang;

    /// <summary>Greater than.</summary>
    public static bool operator >(Money left, Money right) => left.Satang > right.Satang;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(Money left, Money right) => left.Satang >= right.Satang;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Satang.CompareTo(other.Satang);

    /// <summary>The amount as files write it: two decimals, a point, no thousands separators ("-1040.00").</summary>
    public override string ToString() => Hundredths.Format(Satang);
}
