using Cycle.Jobs.Schedule;
using Cycle.Ledger.Calendar;

namespace Cycle.Jobs.Tests.Schedule;

/// <summary>Schedules that tests begin from, and instants as a clock on a wall in Bangkok shows them.</summary>
internal static class Schedules
{
    /// <summary>A night at 01:30 for the date before, every day, with nothing left to a person.</summary>
    public static JobSchedule Nightly { get; } = new(
        "NIGHT", new(1, 30), FiringDate.PreviousDay, HolidayPolicy.Run, MisfirePolicy.RunNow, CatchesUp: true,
        LateAfter: TimeSpan.FromHours(3), FirstBusinessDate: null);

    public static Firings Firings(this JobSchedule schedule, params DateOnly[] holidays) => new(schedule, new HolidayCalendar(holidays));

    /// <summary>The instant at which it is "yyyy-MM-dd HH:mm" in Bangkok.</summary>
    public static DateTimeOffset Bangkok(string wall) => new(DateTime.ParseExact(wall, "yyyy-MM-dd HH:mm", null), TimeSpan.FromHours(7));

    public static DateOnly Date(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd");

    public static IEnumerable<string> Texts(this IEnumerable<DateOnly> dates) => dates.Select(date => $"{date:yyyy-MM-dd}");
}
