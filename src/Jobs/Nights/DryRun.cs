using Cycle.Jobs.Runs;
using Cycle.Ledger.Storage.Server;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>
/// Computes a night and writes nothing: the store is copied, the night is run on the copy without drawing or sending, the copy is
/// dropped. What it prints is what the real night would print.
/// </summary>
public static class DryRun
{
    /// <summary>Runs the nights up to a date on a copy of a store.</summary>
    /// <param name="connectionString">The store; nobody may be connected to it meanwhile, so close every pool first.</param>
    /// <param name="settings">What the night would be run with.</param>
    /// <param name="date">The business date.</param>
    /// <param name="progress">Told how it moves on.</param>
    /// <param name="cancellationToken">Ends it; the copy is dropped all the same.</param>
    /// <returns>The outcome and the control report of the date, as JSON.</returns>
    /// <exception cref="RefusedException">The real night would be refused, or somebody works on the store.</exception>
    public static async Task<(NightOutcome Outcome, string Report)> RunAsync(
        string connectionString, NightSettings settings, DateOnly date, INightProgress progress, CancellationToken cancellationToken)
    {
        var source = new NpgsqlConnectionStringBuilder(connectionString);
        var admin = Databases.On(connectionString, "postgres");
        var name = $"{source.Database}_dry_{Environment.ProcessId}";
        var output = Path.Combine(Path.GetTempPath(), $"cycle-dry-{Environment.ProcessId}");
        try
        {
            var copy = await CopyAsync(admin, name, source.Database!, cancellationToken);
            await using var database = NpgsqlDataSource.Create(copy);
            var dry = settings with { Output = output, RendersStatements = false };
            var outcome = await new NightRunner(database, dry, progress).RunAsync(date, cancellationToken);
            return (outcome, await ReportAsync(database, date, cancellationToken));
        }
        finally
        {
            await Databases.DropAsync(admin, name, CancellationToken.None);
            if (Directory.Exists(output))
            {
                Directory.Delete(output, recursive: true);
            }
        }
    }

    private static async Task<string> CopyAsync(string admin, string name, string source, CancellationToken cancellationToken)
    {
        try
        {
            return await Databases.CreateFromTemplateAsync(admin, name, source, cancellationToken);
        }
        catch (ServerProblem problem) when (problem.InnerException is PostgresException { SqlState: PostgresErrorCodes.ObjectInUse })
        {
            throw new RefusedException(
                $"Somebody is connected to the database {source}, so it cannot be copied for a dry run. End the other commands first.", problem);
        }
    }

    private static async Task<string> ReportAsync(NpgsqlDataSource database, DateOnly date, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select report::text from control_reports where business_date = $1");
        command.Parameters.Add(new() { Value = date });
        return ReportText.Indent((string)(await command.ExecuteScalarAsync(cancellationToken))!);
    }
}
