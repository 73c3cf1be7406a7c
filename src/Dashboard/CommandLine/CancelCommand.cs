using System.CommandLine;
using Cycle.Jobs.Runs;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle cancel RUN</c>.</summary>
internal static class CancelCommand
{
    public static Command Make()
    {
        var named = Options.Run();
        var database = Options.Database();
        var command = new Command("cancel", "Asks a run to stop: it ends within one partition and can be resumed.") { named, database };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            await using var nightly = await Nightly.LookAsync(parsed.GetValue(database), cancellationToken);
            var run = await RunLookup.FindAsync(nightly.Database, parsed.GetValue(named)!, cancellationToken);
            var state = await new RunStop(nightly.Database).RequestAsync(run.RunId, cancellationToken);
            Console.WriteLine(state == "stopped"
                ? $"Run {run.RunId} of {run.BusinessDate:yyyy-MM-dd} is stopped; nobody was at work on it. `cycle resume {run.RunId}` goes on with it."
                : $"Run {run.RunId} of {run.BusinessDate:yyyy-MM-dd} stops within one partition. `cycle resume {run.RunId}` goes on with it.");
            return ExitCode.Done;
        }));
        return command;
    }
}
