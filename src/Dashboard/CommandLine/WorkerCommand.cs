using System.CommandLine;
using Cycle.Dashboard.Scheduling;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle worker</c>: takes parts of whatever nights are being run, on this machine or another over the same database.</summary>
internal static class WorkerCommand
{
    /// <param name="scheduler">Takes the partitions.</param>
    public static Command Make(IHostScheduler scheduler)
    {
        var output = Options.Out();
        var workers = Options.Workers();
        var database = Options.Database();
        var named = Options.Scheduler(scheduler);
        var command = new Command("worker", "Takes partitions of the nights being run over this database, until it is stopped.") { output, workers, database, named };
        command.SetAction((parsed, cancellationToken) => Guarded.UntilStoppedAsync(async () =>
        {
            await using var nightly = await Nightly.OpenAsync(
                inbox: null, parsed.GetValue(output), Jobs.Replay.FixtureCase.DefaultTariff, parsed.GetValue(workers), parsed.GetValue(database),
                cancellationToken);
            Console.WriteLine($"Waiting for work on {nightly.Settings.Workers} lanes. PDFs go to {nightly.Settings.Output}. Stop it with Ctrl-C.");
            await scheduler.WorkAsync(nightly, cancellationToken);
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }
}
