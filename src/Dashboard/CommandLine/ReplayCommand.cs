using System.CommandLine;
using System.Diagnostics;
using Cycle.Jobs.Replay;
using Cycle.Ledger.Storage.Server;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle replay CASE...</c>.</summary>
internal static class ReplayCommand
{
    public static Command Make()
    {
        var cases = new Argument<string[]>("CASE") { Description = "Folders with a case.json.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out") { Description = "Keep the outputs in this folder, one folder a case." };
        var update = new Option<bool>("--update") { Description = "Replace the expected files by what was made, for review." };
        var workers = Options.Workers();
        var command = new Command("replay", "Runs fixtures on a clean private store and compares every output with what is expected.")
        {
            cases, output, update, workers,
        };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(() => ReplayAsync(
            parsed.GetValue(cases)!, parsed.GetValue(output), parsed.GetValue(update), parsed.GetValue(workers), cancellationToken)));
        return command;
    }

    private static async Task<int> ReplayAsync(
        string[] folders, string? output, bool updates, int workers, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var cases = folders.Select(folder => FixtureCase.Load(folder, CycleHome.Tariffs)).ToList();
        var twice = cases.GroupBy(fixture => fixture.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new UsageException($"Two cases are called {twice.Key}; their outputs would overwrite each other. Replay them one after the other.");
        }

        var kept = output is null ? null : GivenFolders.Output(output);
        await using var address = await DatabaseAddress.ResolveAsync(CycleHome.Var, cancellationToken);
        var replayer = new Replayer(address.ConnectionString, new(kept, updates, workers, CycleHome.Tariffs));
        var differing = 0;
        await foreach (var result in replayer.RunAsync(cases, Environment.ProcessorCount, cancellationToken))
        {
            differing += result.Agrees ? 0 : 1;
            Say(result);
        }

        Console.WriteLine(
            $"{cases.Count} cases, {cases.Count - differing} agree, {differing} differ, {watch.Elapsed.TotalSeconds:F1} s" +
            (kept is null ? "" : $"; outputs are in {kept}"));
        return differing == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Say(ReplayResult result)
    {
        var verdict = !result.Agrees ? "DIFFERS" : result.Compared == 0 ? "made, nothing expected" : $"agrees ({result.Compared} files)";
        Console.WriteLine($"{result.Name}: {verdict}  {result.Title}");
        foreach (var difference in result.Differences)
        {
            Console.WriteLine($"  {difference}");
        }
    }
}
