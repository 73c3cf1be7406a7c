using System.CommandLine;
using Cycle.Jobs.Workers;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle worker</c>: takes parts of whatever nights are being run, on this machine or another over the same database.</summary>
internal static class WorkerCommand
{
    public static Command Make()
    {
        var output = Options.Out();
        var workers = Options.Workers();
        var database = Options.Database();
        var command = new Command("worker", "Takes partitions of the nights being run over this database, until it is stopped.") { output, workers, database };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            await using var nightly = await Nightly.OpenAsync(
                inbox: null, parsed.GetValue(output), Jobs.Replay.FixtureCase.DefaultTariff, parsed.GetValue(workers), parsed.GetValue(database),
                cancellationToken);
            Console.WriteLine($"Waiting for work on {nightly.Settings.Workers} lanes. PDFs go to {nightly.Settings.Output}. Stop it with Ctrl-C.");
            await new WorkerLoop(nightly.Database, nightly.Settings.Output, nightly.Settings.Workers, "worker", new ConsoleWorkerLog())
                .RunAsync(cancellationToken);
            return ExitCode.Done;
        }));
        return command;
    }
}
