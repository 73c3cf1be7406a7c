using Cycle.Jobs.Audit;
using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>Asks a run to stop. It ends within one partition and can be resumed.</summary>
/// <param name="database">The store.</param>
public sealed class RunStop(NpgsqlDataSource database)
{
    /// <summary>Asks a run to stop; one whose process is gone is stopped at once.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state it is in now: stopping or stopped.</returns>
    /// <exception cref="RefusedException">There is no such run, or nothing of it is at work.</exception>
    public Task<string> RequestAsync(long runId, CancellationToken cancellationToken) => RequestAsync(runId, null, "", cancellationToken);

    /// <summary>The same for a person, with its entry in the trail, in one transaction.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="by">Who asks; null when no person does.</param>
    /// <param name="reason">Why, in the person's words.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state it is in now: stopping or stopped.</returns>
    /// <exception cref="RefusedException">There is no such run, or nothing of it is at work.</exception>
    public async Task<string> RequestAsync(long runId, string? by, string reason, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var found = await FoundRun.ReadAsync(connection, runId, cancellationToken)
            ?? throw new RefusedException($"There is no run {runId}. See `cycle status`.");
        if (found.State is "completed" or "stopped" or "failed")
        {
            throw new RefusedException($"Run {runId} is {found.State}: there is nothing to stop.");
        }

        var state = found.IsAtWork ? "stopping" : "stopped";
        await WriteAsync(connection, runId, state, cancellationToken);
        if (by is not null)
        {
            await Trail.AddAsync(connection, by, "run.stop", $"run {runId}", reason, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return state;
    }

    private static async Task WriteAsync(NpgsqlConnection connection, long runId, string state, CancellationToken cancellationToken)
    {
        // A process that is only thought to be gone must find its tokens used up when it wakes.
        await using var command = new NpgsqlCommand(
            state == "stopping"
                ? $"""
                  with stopping as (update runs set state = 'stopping' where run_id = $1 returning run_id)
                  select pg_notify('{RunPlan.Channel}', run_id::text) from stopping
                  """
                : """
                  with freed as (
                      update run_partitions set state = 'planned', fencing_token = fencing_token + 1, lease_until = null
                      where run_id = $1 and state = 'running')
                  update runs set state = 'stopped', error = 'stopped on request', ended_at = now(), fencing_token = fencing_token + 1
                  where run_id = $1
                  """,
            connection);
        command.Parameters.Add(new() { Value = runId });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
