using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>Who works on which run. The row decides; of two starts at the same instant one wins and the other is told who has it.</summary>
/// <param name="database">The store.</param>
public sealed class RunClaims(NpgsqlDataSource database)
{
    /// <summary>How long a run belongs to a process that has gone silent.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Claims a run for this process, making it when it is new and taking it over when its process died, failed or was stopped.</summary>
    /// <param name="job">What is run.</param>
    /// <param name="businessDate">The business date.</param>
    /// <param name="steps">The ordered steps of the job.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RefusedException">The run is complete, another process works on it, or another date comes first.</exception>
    public async Task<ClaimedRun> ClaimAsync(
        string job, DateOnly businessDate, IReadOnlyList<string> steps, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await QueueUpAsync(connection, job, businessDate, cancellationToken);
        await MakeAsync(connection, job, businessDate, steps, cancellationToken);
        var (runId, state, owner, isSilent, endedAt, attempts) = await ReadAsync(connection, job, businessDate, cancellationToken);
        if (state == "completed")
        {
            throw new RefusedException($"{job} of {businessDate:yyyy-MM-dd} is already complete: it ended at {endedAt:yyyy-MM-dd HH:mm:ss} UTC. Nothing was done.");
        }

        if (state is "running" or "stopping" && !isSilent && !WorkerName.IsGone(owner ?? ""))
        {
            throw new RefusedException(
                $"{job} of {businessDate:yyyy-MM-dd} is being worked on by {owner}. Wait for it, or see `cycle status`.");
        }

        var token = await TakeAsync(connection, runId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(runId, businessDate, token, IsResumed: attempts > 0);
    }

    /// <summary>Says that this process is alive.</summary>
    /// <returns>Whether somebody asked the run to stop.</returns>
    /// <exception cref="LeaseLostException">Another process has taken the run over.</exception>
    public async Task<bool> BeatAsync(ClaimedRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        await using var command = database.CreateCommand(
            "update runs set heartbeat_at = now() where run_id = $1 and fencing_token = $2 returning state = 'stopping'");
        command.Parameters.Add(new() { Value = run.RunId });
        command.Parameters.Add(new() { Value = run.FencingToken });
        return await command.ExecuteScalarAsync(cancellationToken) is bool isStopping
            ? isStopping
            : throw new LeaseLostException($"Run {run.RunId} was taken over by another process.");
    }

    /// <summary>Ends our work on a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="state">completed, failed or stopped.</param>
    /// <param name="error">What went wrong, in words for a person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task EndAsync(ClaimedRun run, string state, string? error, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        await using var command = database.CreateCommand(
            """
            update runs set state = $3, error = $4, ended_at = now(), heartbeat_at = now()
            where run_id = $1 and fencing_token = $2
            """);
        command.Parameters.Add(new() { Value = run.RunId });
        command.Parameters.Add(new() { Value = run.FencingToken });
        command.Parameters.Add(new() { Value = state });
        command.Parameters.Add(new() { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        if (await command.ExecuteNonQueryAsync(cancellationToken) != 1)
        {
            throw new LeaseLostException($"Run {run.RunId} was taken over by another process.");
        }
    }

    /// <summary>One claim of a job at a time, so that two dates can never both be the first: an earlier one open, or a later one there, refuses.</summary>
    private static async Task QueueUpAsync(NpgsqlConnection connection, string job, DateOnly businessDate, CancellationToken cancellationToken)
    {
        await QueueForAsync(connection, job, cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select business_date from runs
            where job = $1 and parameters = ''
              and ((business_date < $2 and state <> 'completed')
                   or (business_date > $2 and not exists (select from runs where job = $1 and parameters = '' and business_date = $2)))
            order by business_date limit 1
            """,
            connection);
        command.Parameters.Add(new() { Value = job });
        command.Parameters.Add(new() { Value = businessDate });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (await row.ReadAsync(cancellationToken))
        {
            var other = row.GetFieldValue<DateOnly>(0);
            throw new RefusedException(other < businessDate
                ? $"{job} of {other:yyyy-MM-dd} is not complete, and {businessDate:yyyy-MM-dd} may not start before it. See `cycle status`."
                : $"{job} of {other:yyyy-MM-dd} has begun, and {businessDate:yyyy-MM-dd} lies before it. Nothing was done.");
        }
    }

    /// <summary>Until the connection's transaction ends nobody else claims or plans a run of this job.</summary>
    internal static async Task QueueForAsync(NpgsqlConnection connection, string job, CancellationToken cancellationToken)
    {
        await using var queue = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection);
        queue.Parameters.Add(new() { Value = job });
        await queue.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Makes a planned run and its steps, unless it is there.</summary>
    internal static async Task MakeAsync(
        NpgsqlConnection connection, string job, DateOnly businessDate, IReadOnlyList<string> steps, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with made as (
                insert into runs (job, business_date, parameters, state, created_at)
                values ($1, $2, '', 'planned', now())
                on conflict (job, business_date, parameters) do nothing
                returning run_id)
            insert into run_steps (run_id, number, name, state)
            select made.run_id, step.number, step.name, 'planned'
            from made, unnest($3::text[]) with ordinality as step (name, number)
            """,
            connection);
        command.Parameters.Add(new() { Value = job });
        command.Parameters.Add(new() { Value = businessDate });
        command.Parameters.Add(new() { Value = steps.ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<(long RunId, string State, string? Owner, bool IsSilent, DateTime? EndedAt, int Attempts)> ReadAsync(
        NpgsqlConnection connection, string job, DateOnly businessDate, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select run_id, state, owner, coalesce(heartbeat_at < now() - $3::interval, true), ended_at, attempts
            from runs where job = $1 and business_date = $2 and parameters = ''
            for update
            """,
            connection);
        command.Parameters.Add(new() { Value = job });
        command.Parameters.Add(new() { Value = businessDate });
        command.Parameters.Add(new() { Value = Lease });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (
            row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetBoolean(3),
            row.IsDBNull(4) ? null : row.GetDateTime(4), row.GetInt32(5));
    }

    private static async Task<long> TakeAsync(NpgsqlConnection connection, long runId, CancellationToken cancellationToken)
    {
        // Partitions left behind by a process that is gone are free again; a zombie's token no longer fits when it tries to commit.
        await using var command = new NpgsqlCommand(
            """
            with freed as (
                update run_partitions set state = 'planned', fencing_token = fencing_token + 1, lease_until = null
                where run_id = $1 and state in ('running', 'failed'))
            update runs set state = 'running', owner = $2, heartbeat_at = now(), fencing_token = fencing_token + 1,
                            attempts = attempts + 1, started_at = coalesce(started_at, now()), ended_at = null, error = null
            where run_id = $1
            returning fencing_token
            """,
            connection);
        command.Parameters.Add(new() { Value = runId });
        command.Parameters.Add(new() { Value = WorkerName.OfThisProcess });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
