using Cycle.Dashboard.CommandLine;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Dashboard.Web;

/// <summary>What a person at the pages does to nights; each act is in the trail before it is done.</summary>
/// <param name="database">The store.</param>
/// <param name="settings">What nights are run with.</param>
/// <param name="host">Ends the nights begun here when this process ends; they can be resumed.</param>
internal sealed class NightDesk(NpgsqlDataSource database, NightSettings settings, IHostApplicationLifetime host)
{
    /// <summary>Asks a running night to stop.</summary>
    /// <returns>What was done, in words.</returns>
    /// <exception cref="RefusedException">It is not running.</exception>
    public async Task<string> StopAsync(long runId, string who, string reason, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var stop = new NpgsqlCommand("update runs set state = 'stopping' where run_id = $1 and state = 'running'", connection);
        stop.Parameters.Add(new() { Value = runId });
        if (await stop.ExecuteNonQueryAsync(cancellationToken) != 1)
        {
            throw new RefusedException($"Run {runId} is not running; there is nothing to stop.");
        }

        await Trail.AddAsync(connection, who, "run.stop", $"run {runId}", reason, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return $"Run {runId} stops within one partition.";
    }

    /// <summary>Resumes a night that was stopped, failed or fell silent.</summary>
    /// <exception cref="RefusedException">It is complete, or not there.</exception>
    public async Task<string> ResumeAsync(long runId, string who, string reason, CancellationToken cancellationToken)
    {
        await using var control = Ledger.Storage.Control.Schema.Open(database);
        var run = await control.Runs.FindAsync([runId], cancellationToken) ?? throw new RefusedException($"There is no run {runId}.");
        if (run.State == Ledger.Storage.Control.RunStates.Completed)
        {
            throw new RefusedException($"Run {runId} is already complete.");
        }

        await Trail.AddAsync(database, who, "run.resume", $"run {runId}", reason, cancellationToken);
        Begin(run.BusinessDate);
        return $"Run {runId} goes on where it left off.";
    }

    private void Begin(DateOnly date) => _ = Task.Run(async () =>
    {
        try
        {
            await new NightRunner(database, settings, SilentProgress.Instance).RunAsync(date, host.ApplicationStopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The run's row says what went wrong to whoever looks; the whole of it is for those who mend it.
            FaultLog.Write(fault);
        }
    });
}
