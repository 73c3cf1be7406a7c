using System.CommandLine;
using Cycle.Jobs.Nights;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle run NIGHT --date D</c>.</summary>
internal static class RunCommand
{
    public static Command Make()
    {
        var job = new Argument<string>("NIGHT") { Description = "What to run: NIGHT." };
        job.AcceptOnlyFromAmong(NightRunner.Job);
        var date = Options.Date();
        var inbox = Options.Inbox();
        var output = Options.Out();
        var tariff = Options.Tariff();
        var workers = Options.Workers();
        var partition = Options.Partition();
        var database = Options.Database();
        var isDry = new Option<bool>("--dry-run") { Description = "Compute everything, write nothing, print the totals finance would see." };
        var command = new Command("run", "Runs the night of a business date, after those missed before it; resumes it where it was interrupted.")
        {
            job, date, inbox, output, tariff, workers, partition, database, isDry,
        };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            MissedNights.RequireNear(parsed.GetValue(date));

            // Nothing is written by a dry run, a database neither.
            await using var nightly = await Nightly.OpenAsync(
                parsed.GetValue(inbox), parsed.GetValue(output), parsed.GetValue(tariff)!, parsed.GetValue(workers), parsed.GetValue(database),
                makesDatabase: !parsed.GetValue(isDry), cancellationToken);
            await MissedNights.SayAsync(nightly.Database, parsed.GetValue(date), cancellationToken);
            if (parsed.GetValue(isDry))
            {
                return await DryAsync(nightly, parsed.GetValue(date), cancellationToken);
            }

            var settings = nightly.SettingsOfCommand(parsed.GetValue(partition));
            var nights = new NightRunner(nightly.Database, settings, new ConsoleProgress());
            var outcome = await nights.RunAsync(parsed.GetValue(date), cancellationToken);
            return Outcomes.Say(outcome, nightly.Settings.Output);
        }));
        return command;
    }

    private static async Task<int> DryAsync(Nightly nightly, DateOnly date, CancellationToken cancellationToken)
    {
        var connectionString = await nightly.LetGoAsync();
        var (outcome, report) = await DryRun.RunAsync(
            connectionString, nightly.Settings, date, new ConsoleProgress(), cancellationToken);
        Console.WriteLine(report);
        Console.WriteLine($"Nothing was written. {outcome.Nights} {(outcome.Nights == 1 ? "night" : "nights")} would be run.");
        return outcome.IsClean ? ExitCode.Done : ExitCode.DoneWithRejects;
    }
}
