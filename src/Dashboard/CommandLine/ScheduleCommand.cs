using System.CommandLine;
using Cycle.Jobs.Schedule;
using Cycle.Ledger.Storage.Cycles;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle schedule</c> and <c>cycle schedule check [FILE]</c>.</summary>
internal static class ScheduleCommand
{
    public static Command Make()
    {
        var schedule = Options.Schedule();
        var database = Options.Database();
        var command = new Command("schedule", "Shows what is scheduled, the next firings, and what is missing or late.") { schedule, database, Check() };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(() =>
            ShowAsync(parsed.GetValue(schedule), parsed.GetValue(database), cancellationToken)));
        return command;
    }

    private static Command Check()
    {
        var file = new Argument<string?>("FILE") { Description = "A schedule file; by default the one in the settings folder, else the shipped one.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", "Checks a schedule file and names every problem: place, what was found, what was expected.") { file };
        check.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            var timetable = await ScheduleFile.ReadAsync(parsed.GetValue(file), cancellationToken);
            Console.WriteLine($"{ScheduleFile.PathOf(parsed.GetValue(file))}: the schedule is valid");
            timetable.Jobs.ToList().ForEach(job => Console.WriteLine(ScheduleText.Describe(job)));
            return ExitCode.Done;
        }));
        return check;
    }

    private static async Task<int> ShowAsync(string? file, string? database, CancellationToken cancellationToken)
    {
        var timetable = await ScheduleFile.ReadAsync(file, cancellationToken);
        await using var nightly = await Nightly.LookAsync(database, cancellationToken);
        await using var connection = await nightly.Database.OpenConnectionAsync(cancellationToken);
        var calendar = await Holidays.ReadAsync(connection, cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var job in timetable.Jobs)
        {
            var paused = await SchedulePause.ReadAsync(connection, job.Job, cancellationToken);
            Console.WriteLine($"{ScheduleText.Describe(job)}{(paused is null ? "" : $"\n  {paused.Words}, by {paused.By}")}\n\nNext firings:");
            foreach (var firing in ScheduleText.Next(job, calendar, now))
            {
                Console.WriteLine(firing);
            }
        }

        await ScheduleText.SayStandingAsync(nightly.Database, timetable, now, cancellationToken);
        return ExitCode.Done;
    }
}
