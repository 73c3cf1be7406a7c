using System.CommandLine;
using Cycle.Jobs.Audit;
using Npgsql;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle verify</c>.</summary>
internal static class VerifyCommand
{
    public static Command Make()
    {
        var output = Options.Out();
        var database = Options.Database();
        var redraw = new Option<bool>("--redraw") { Description = "Draw every statement again and compare it with the file that was drawn." };
        var command = new Command("verify", "Proves that nothing was altered: hash chains, trial balance, balances, PDFs.") { output, database, redraw };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            await using var nightly = await Nightly.LookAsync(parsed.GetValue(database), cancellationToken, parsed.GetValue(output));
            var result = await new Verification(nightly.Database, nightly.Settings.Output)
                .RunAsync(cancellationToken, redraws: parsed.GetValue(redraw));
            Console.WriteLine($"{result.Entries:N0} journal entries and {result.Files:N0} PDFs checked");
            foreach (var note in result.Notes)
            {
                Console.WriteLine(note);
            }

            foreach (var finding in result.Findings)
            {
                Console.WriteLine($"  {finding}");
            }

            Console.WriteLine(Outcome(result, nightly));
            return result.Findings.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        }));
        return command;
    }

    /// <summary>A folder without one of the statements is most likely that of another database.</summary>
    private static string Elsewhere(VerificationResult result, Nightly nightly) =>
        result.Files > 0 && !Directory.Exists(Path.Combine(nightly.Settings.Output, "statements"))
            ? $" There are no statements at all below {nightly.Settings.Output}: --out DIR names the folder that this database's nights wrote to."
            : "";

    /// <summary>An empty store proves nothing, and is most likely not the one that was meant.</summary>
    private static string Outcome(VerificationResult result, Nightly nightly) => result switch
    {
        { Findings.Count: > 0 } => $"{result.Findings.Count} findings.{Elsewhere(result, nightly)}",
        { Entries: 0, Files: 0 } =>
            $"Nothing is written in database {new NpgsqlConnectionStringBuilder(nightly.Database.ConnectionString).Database} yet, so nothing was proved. " +
            "Another database of the same server: --database NAME, such as cycle_demo.",
        _ => "Everything is as it was written.",
    };
}
