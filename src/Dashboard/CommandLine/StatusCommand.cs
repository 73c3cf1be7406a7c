using System.CommandLine;
using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle status</c>.</summary>
internal static class StatusCommand
{
    private const int Shown = 10;

    public static Command Make()
    {
        var database = Options.Database();
        var command = new Command("status", "Shows the latest runs, the steps of the one that is open or was last, and whether a night is missing or late.") { database };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            await using var nightly = await Nightly.LookAsync(parsed.GetValue(database), cancellationToken);
            await using var control = Schema.Open(nightly.Database);
            await ShowAsync(control, cancellationToken);
            await StatusOfWork.ShowAsync(nightly.Database, cancellationToken);
            await ScheduleText.SayStandingAsync(nightly.Database, cancellationToken);
            return ExitCode.Done;
        }));
        return command;
    }

    private static async Task ShowAsync(ControlContext control, CancellationToken cancellationToken)
    {
        var runs = await control.Runs.AsNoTracking()
            .OrderByDescending(run => run.BusinessDate).Take(Shown).ToListAsync(cancellationToken);
        if (runs.Count == 0)
        {
            Console.WriteLine("No night has been run yet. Begin with `cycle run NIGHT --date D`.");
            return;
        }

        foreach (var run in runs)
        {
            var took = run is { StartedAt: { } started, EndedAt: { } ended } ? $"{(ended - started).TotalSeconds:F1} s" : "";
            Console.WriteLine($"run {run.RunId,-5} {run.Job} {run.BusinessDate:yyyy-MM-dd}  {run.State,-10} {took,10}  {run.Error}");
        }

        var shown = runs.FirstOrDefault(run => run.State != RunStates.Completed) ?? runs[0];
        var steps = await control.Steps.AsNoTracking()
            .Where(step => step.RunId == shown.RunId).OrderBy(step => step.Number).ToListAsync(cancellationToken);
        Console.WriteLine($"\nSteps of run {shown.RunId}, {shown.BusinessDate:yyyy-MM-dd}{(shown.State == RunStates.Running ? $", worked on by {shown.Owner}" : "")}:");
        foreach (var step in steps)
        {
            Console.WriteLine($"  {step.Number,2}  {step.Name,-16} {step.State,-10} {step.UnitsDone,10:N0} of {step.Units:N0}");
        }
    }
}
