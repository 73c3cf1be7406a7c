namespace Cycle.Ledger.Calendar;

/// <summary>Days of a month clamped to the month's end, always from the nominal day (rules.md section 1).</summary>
public static class MonthDay
{
    /// <summary>The last nominal day there is.</summary>
    public const int Last = 31;

    /// <summary>The date of a nominal day in a month: 31 gives 31 Jan, 28 Feb, 31 Mar.</summary>
    /// <param name="year">Year, Common era.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="nominalDay">1 to 31.</param>
    public static DateOnly Clamped(int year, int month, int nominalDay) =>
        new(year, month, Math.Min(nominalDay, DateTime.DaysInMonth(year, month)));

    /// <summary>Whether a date is the clamped nominal day of its month.</summary>
    public static bool Is(DateOnly date, int nominalDay) => Clamped(date.Year, date.Month, nominalDay) == date;

    /// <summary>
    /// The nominal due date of a statement: day <c>s + dueDays</c> of the statement's month, or, past 31,
    /// that day less 31 of the next month; clamped to the month's end.
    /// </summary>
    /// <param name="statementDate">The cut.</param>
    /// <param name="nominalDay">The account's nominal statement day <c>s</c>, 1 to 31.</param>
    /// <param name="dueDays">The product's due days, 1 to 31.</param>
    public static DateOnly NominalDueDate(DateOnly statementDate, int nominalDay, int dueDays)
    {
        var day = nominalDay + dueDays;
        if (day <= Last)
        {
            return Clamped(statementDate.Year, statementDate.Month, day);
        }

        var next = new DateOnly(statementDate.Year, statementDate.Month, 1).AddMonths(1);
        return Clamped(next.Year, next.Month, day - Last);
    }
}
