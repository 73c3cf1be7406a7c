using System.CommandLine;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle resume RUN</c>.</summary>
internal static class ResumeCommand
{
    public static Command Make()
    {
        var named = Options.Run();
        var inbox = Options.Inbox();
        var output = Options.Out();
        var tariff = Options.Tariff();
        var workers = Options.Workers();
        var partition = Options.Partition();
        var database = Options.Database();
        var command = new Command("resume", "Goes on with a run that was stopped, failed, or lost its process, by the tariff it began with.")
        {
            named, inbox, output, tariff, workers, partition, database,
        };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            await using var nightly = await Nightly.JoinAsync(
                parsed.GetValue(inbox), parsed.GetValue(output), parsed.GetValue(tariff)!, parsed.GetValue(workers), parsed.GetValue(database),
                cancellationToken);
            var run = await RunLookup.FindAsync(nightly.Database, parsed.GetValue(named)!, cancellationToken);
            var began = await TariffRecord.OfRunAsync(nightly.Database, run.RunId, cancellationToken);
            var settings = nightly.SettingsOfCommand(parsed.GetValue(partition));
            settings = began is null ? settings : settings with { TariffText = began };
            var outcome = await new NightRunner(nightly.Database, settings, new ConsoleProgress()).RunAsync(run.BusinessDate, cancellationToken);
            return Outcomes.Say(outcome, settings.Output);
        }));
        return command;
    }
}
