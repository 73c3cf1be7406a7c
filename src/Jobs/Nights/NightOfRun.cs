using Cycle.Jobs.Intake;
using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>A night as its run's row and the store tell it: for workers that did not plan it, and for running an account's steps later.</summary>
internal static class NightOfRun
{
    /// <summary>Reads what the work on accounts needs; there are no files to take in.</summary>
    /// <param name="database">The store.</param>
    /// <param name="runId">The run.</param>
    /// <param name="here">What nights are run with here: the folder that PDFs go to, the wording and the gateway of messages.</param>
    /// <param name="tariff">The tariff to compute by, or null for the one the run began with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Night> ReadAsync(
        NpgsqlDataSource database, long runId, NightSettings here, TariffText? tariff, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (date, first, sha256, renders) = await ReadRowAsync(connection, runId, cancellationToken);
        tariff ??= await TariffRecord.ReadAsync(connection, sha256, cancellationToken);
        var settings = here with { Inbox = Inbox.Empty, TariffText = tariff, RendersStatements = renders };
        return new(database, new ClaimedRun(runId, date, FencingToken: 0, IsResumed: true), first, settings, SilentProgress.Instance)
        {
            Earlier = await EarlierTariffs.ReadAsync(database, date, tariff.Tariff, cancellationToken),
        };
    }

    private static async Task<(DateOnly Date, DateOnly First, string TariffSha256, bool Renders)> ReadRowAsync(
        NpgsqlConnection connection, long runId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select business_date, coalesce(first_date, business_date), coalesce(tariff_sha256, ''), renders from runs where run_id = $1", connection);
        command.Parameters.Add(new() { Value = runId });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? (row.GetFieldValue<DateOnly>(0), row.GetFieldValue<DateOnly>(1), row.GetString(2), row.GetBoolean(3))
            : throw new RefusedException($"There is no run {runId}. See `cycle status`.");
    }
}
