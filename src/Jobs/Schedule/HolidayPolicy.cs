namespace Cycle.Jobs.Schedule;

/// <summary>On which days a job fires. Whatever does not fire is made up, date by date, at the next firing.</summary>
public enum HolidayPolicy
{
    /// <summary>Every calendar day: interest accrues every day.</summary>
    Run,

    /// <summary>Not on a date of the holiday table.</summary>
    AfterHoliday,

    /// <summary>Not on a Saturday, a Sunday or a date of the holiday table (rules.md section 1).</summary>
    BusinessDays,
}
