using Cycle.Ledger.Calendar;

namespace Cycle.Jobs.Schedule;

/// <summary>The firings of a job: pure arithmetic on its schedule and the holidays. No clock is read; "now" is told.</summary>
/// <param name="schedule">The job's schedule.</param>
/// <param name="calendar">The holidays.</param>
public sealed class Firings(JobSchedule schedule, HolidayCalendar calendar)
{
    /// <summary>More days in a row without a firing are a mistake in the holiday table.</summary>
    private const int MostDaysWithout = 60;

    private int DaysAfterDate => schedule.BusinessDate == FiringDate.PreviousDay ? 1 : 0;

    /// <summary>The first firing after an instant.</summary>
    /// <exception cref="InvalidOperationException">The holiday table leaves no day for it.</exception>
    public DateTimeOffset NextAfter(DateTimeOffset now)
    {
        var day = BangkokTime.DateOf(now);
        return At(DayFrom(At(day) > now ? day : day.AddDays(1), step: 1));
    }

    /// <summary>The last firing at or before an instant.</summary>
    /// <exception cref="InvalidOperationException">The holiday table leaves no day for it.</exception>
    public DateTimeOffset LastUpTo(DateTimeOffset now)
    {
        var day = BangkokTime.DateOf(now);
        return At(DayFrom(At(day) <= now ? day : day.AddDays(-1), step: -1));
    }

    /// <summary>The firing that a business date is for: the first one on or after its day.</summary>
    /// <exception cref="InvalidOperationException">The holiday table leaves no day for it.</exception>
    public DateTimeOffset For(DateOnly businessDate) => At(DayFrom(businessDate.AddDays(DaysAfterDate), step: 1));

    /// <summary>The latest business date that a firing is for; those of days without a firing before it are for it too.</summary>
    public DateOnly DateOf(DateTimeOffset firing) => BangkokTime.DateOf(firing).AddDays(-DaysAfterDate);

    /// <summary>The latest business date that should have been run, or begun, at an instant.</summary>
    public DateOnly DueAt(DateTimeOffset now) => DateOf(LastUpTo(now));

    private DateTimeOffset At(DateOnly day) => BangkokTime.InstantOf(day, schedule.At);

    private DateOnly DayFrom(DateOnly start, int step)
    {
        var day = start;
        for (var days = 0; days <= MostDaysWithout; days++, day = day.AddDays(step))
        {
            if (Fires(day))
            {
                return day;
            }
        }

        throw new InvalidOperationException(
            $"{schedule.Job} finds no day to fire within {MostDaysWithout} days of {start:yyyy-MM-dd}: all of them are in the holiday table. Correct the table.");
    }

    private bool Fires(DateOnly day) => schedule.Holidays switch
    {
        HolidayPolicy.AfterHoliday => !calendar.IsHoliday(day),
        HolidayPolicy.BusinessDays => calendar.IsBusinessDay(day),
        _ => true,
    };
}
