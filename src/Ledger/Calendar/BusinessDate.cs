namespace Cycle.Ledger.Calendar;

/// <summary>The clock of the business: a calendar date in Asia/Bangkok given to every job, never "now" (rules.md section 1).</summary>
/// <param name="Date">The calendar date.</param>
public readonly record struct BusinessDate(DateOnly Date) : IComparable<BusinessDate>
{
    /// <summary>The date as files and commands write it.</summary>
    public override string ToString() => Date.ToString("yyyy-MM-dd");

    /// <inheritdoc/>
    public int CompareTo(BusinessDate other) => Date.CompareTo(other.Date);

    /// <summary>Earlier than.</summary>
    public static bool operator <(BusinessDate left, BusinessDate right) => left.Date < right.Date;

    /// <summary>Later than.</summary>
    public static bool operator >(BusinessDate left, BusinessDate right) => left.Date > right.Date;

    /// <summary>Earlier than or the same.</summary>
    public static bool operator <=(BusinessDate left, BusinessDate right) => left.Date <= right.Date;

    /// <summary>Later than or the same.</summary>
    public static bool operator >=(BusinessDate left, BusinessDate right) => left.Date >= right.Date;
}
