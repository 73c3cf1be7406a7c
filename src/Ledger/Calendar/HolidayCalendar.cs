namespace Cycle.Ledger.Calendar;

/// <summary>Which dates are business days: not a Saturday, a Sunday or a listed holiday (rules.md section 1).</summary>
/// <param name="holidays">The holiday table; may be empty, then weekends alone count.</param>
public sealed class HolidayCalendar(IEnumerable<DateOnly> holidays)
{
    private readonly HashSet<DateOnly> _holidays = [.. holidays];

    /// <summary>A calendar that knows weekends alone.</summary>
    public static HolidayCalendar WeekendsOnly { get; } = new([]);

    /// <summary>Whether this date is in the holiday table.</summary>
    public bool IsHoliday(DateOnly date) => _holidays.Contains(date);

    /// <summary>Whether the bank works on this date.</summary>
    public bool IsBusinessDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(date);

    /// <summary>The date itself when it is a business day, else the next one (Civil Code section 193/8).</summary>
    public DateOnly BusinessDayOnOrAfter(DateOnly date)
    {
        while (!IsBusinessDay(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }
}
