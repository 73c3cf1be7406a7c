using Cycle.Jobs.Schedule;
using Cycle.Ledger;
using Cycle.Ledger.Calendar;
using Npgsql;

namespace Cycle.Dashboard.CommandLine;

/// <summary>A schedule, and how the nights stand against it, in words for the terminal.</summary>
internal static class ScheduleText
{
    private const int Shown = 5;

    /// <summary>What a job's schedule says.</summary>
    public static string Describe(JobSchedule schedule)
    {
        var days = schedule.Holidays switch
        {
            HolidayPolicy.AfterHoliday => "every day that is no holiday",
            HolidayPolicy.BusinessDays => "every business day",
            _ => "every day",
        };
        var date = schedule.BusinessDate == FiringDate.PreviousDay ? "the date before" : "its own date";
        var misfire = schedule.Misfire == MisfirePolicy.RunNow ? "made up as soon as a host runs" : "left to the next one";
        var catchUp = schedule.CatchesUp ? "caught up one by one, in order" : "left to a person";
        var first = schedule.FirstBusinessDate is { } begin ? $"{begin:yyyy-MM-dd}" : "the first that a person runs";
        return $"""
            {schedule.Job} at {schedule.At:HH:mm} {BangkokTime.ZoneId}, {days}, for {date}
              a firing nobody heard is {misfire}; missed dates are {catchUp}
              late {schedule.LateAfter.Hours} h {schedule.LateAfter.Minutes} min after its firing; first business date: {first}
            """;
    }

    /// <summary>The next firings, each with the date it is for.</summary>
    public static IEnumerable<string> Next(JobSchedule schedule, HolidayCalendar calendar, DateTimeOffset now)
    {
        var firings = new Firings(schedule, calendar);
        for (var shown = 0; shown < Shown; shown++)
        {
            now = firings.NextAfter(now);
            yield return $"  {BangkokTime.Of(now):ddd yyyy-MM-dd HH:mm}  {schedule.Job} for {firings.DateOf(now):yyyy-MM-dd}";
        }
    }

    /// <summary>Whether anything is missing or late.</summary>
    public static async Task SayStandingAsync(NpgsqlDataSource database, Timetable timetable, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var report = await ScheduleReport.ReadAsync(database, timetable, now, cancellationToken);
        Console.WriteLine($"\nAgainst the schedule: {report.Verdict switch
        {
            Verdict.Healthy => "healthy",
            Verdict.Degraded => "waiting",
            _ => "NOT HEALTHY",
        }}");
        foreach (var finding in report.Findings)
        {
            Console.WriteLine($"  {finding}");
        }
    }

    /// <summary>The same against the schedule of the settings folder, for a command that is about something else: without one it only says so.</summary>
    public static async Task SayStandingAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        try
        {
            var timetable = await ScheduleFile.ReadAsync(null, cancellationToken);
            await SayStandingAsync(database, timetable, TimeProvider.System.GetUtcNow(), cancellationToken);
        }
        catch (Exception unread) when (unread is UsageException or FileRefusedException)
        {
            Console.WriteLine($"\nThere is no schedule to hold the nights against: {unread.Message}");
        }
    }
}
