using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Runs;

/// <summary>
/// What the process that has a run says of it: that it lives, that it tries again, how it ended. Once another has it, nothing; and once
/// it is complete, nothing else ever again.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="run">The run.</param>
public sealed class RunTenure(NpgsqlDataSource database, ClaimedRun run)
{
    /// <summary>Tries of a run that goes on by itself after faults that pass; then a person must look.</summary>
    public const int MostAttempts = 12;

    /// <summary>Says that this process is alive.</summary>
    /// <returns>Whether somebody asked the run to stop.</returns>
    /// <exception cref="LeaseLostException">Another process has taken the run over.</exception>
    public async Task<bool> BeatAsync(CancellationToken cancellationToken)
    {
        await using var command = Command("update runs set heartbeat_at = now() where run_id = $1 and fencing_token = $2 returning state = 'stopping'");
        return await command.ExecuteScalarAsync(cancellationToken) is bool isStopping ? isStopping : throw Lost();
    }

    /// <summary>Counts a try after a fault that passed, and frees the partitions that met it: those that failed for it, and those our own lanes left.</summary>
    /// <exception cref="LeaseLostException">Another process has taken the run over.</exception>
    public async Task TryAgainAsync(string fault, CancellationToken cancellationToken)
    {
        await using var command = Command(
            """
            with held as (
                update runs set retries = retries + 1, error = $3, heartbeat_at = now()
                where run_id = $1 and fencing_token = $2 returning run_id, owner),
            freed as (
                update run_partitions p set state = 'planned', fencing_token = p.fencing_token + 1, lease_until = null
                from held
                where p.run_id = held.run_id and ((p.state = 'failed' and p.error_passes) or (p.state = 'running' and p.worker = held.owner)))
            select 1 from held
            """);
        command.Parameters.Add(new() { Value = fault, NpgsqlDbType = NpgsqlDbType.Text });
        _ = await command.ExecuteScalarAsync(cancellationToken) ?? throw Lost();
    }

    /// <summary>The run is done, for good.</summary>
    /// <exception cref="LeaseLostException">Another process has taken the run over.</exception>
    public Task CompleteAsync(CancellationToken cancellationToken) => EndAsync("completed", null, goesOn: false, cancellationToken);

    /// <summary>The run failed.</summary>
    /// <param name="error">What went wrong, in words for a person.</param>
    /// <param name="goesOn">Whether it is tried again by itself, unless it was too often: it is planned again then.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state it is in now.</returns>
    /// <exception cref="LeaseLostException">Another process has taken the run over.</exception>
    public Task<string> FailAsync(string error, bool goesOn, CancellationToken cancellationToken) => EndAsync("failed", error, goesOn, cancellationToken);

    /// <summary>The process was asked to end.</summary>
    /// <param name="goesOn">Whether the run goes on by itself when a host is there again; not when a person asked the run to stop.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state it is in now.</returns>
    /// <exception cref="LeaseLostException">Another process has taken the run over.</exception>
    public Task<string> StopAsync(bool goesOn, CancellationToken cancellationToken) => EndAsync("stopped", "stopped on request", goesOn, cancellationToken);

    /// <summary>One statement decides what becomes of it, so that a person's wish can never fall between two. Partitions others are at are taken from them.</summary>
    private async Task<string> EndAsync(string state, string? error, bool goesOn, CancellationToken cancellationToken)
    {
        await using var command = Command(
            $"""
            with held as (
                select run_id, $5 and state <> 'stopping' and ($3 = 'stopped' or attempts < {MostAttempts}) as goes_on
                from runs where run_id = $1 and fencing_token = $2 and (state in ('running', 'stopping') or $3 = 'completed') for update),
            ended as (
                update runs r
                set state = case when goes_on then 'planned' else $3 end, heartbeat_at = now(),
                    error = case when not goes_on then $4
                                 when $3 = 'stopped' then 'its host was stopped; goes on by itself when a host is there'
                                 else 'will be tried again by itself: ' || $4 end,
                    ended_at = case when goes_on and $3 = 'stopped' then null else now() end
                from held where r.run_id = held.run_id
                returning r.run_id, r.state),
            freed as (
                update run_partitions p set state = 'planned', fencing_token = p.fencing_token + 1, lease_until = null
                from ended where p.run_id = ended.run_id and p.state = 'running')
            select state from ended
            """);
        command.Parameters.Add(new() { Value = state });
        command.Parameters.Add(new() { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = goesOn });
        return (string?)await command.ExecuteScalarAsync(cancellationToken) ?? throw Lost();
    }

    private NpgsqlCommand Command(string sql)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = run.RunId });
        command.Parameters.Add(new() { Value = run.FencingToken });
        return command;
    }

    private LeaseLostException Lost() => new($"Run {run.RunId} was taken over by another process.");
}
