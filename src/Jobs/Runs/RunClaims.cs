using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>Who plans which run. The row decides; of two starts at the same instant one wins and the other is told who has it.</summary>
/// <param name="database">The store.</param>
public sealed class RunClaims(NpgsqlDataSource database)
{
    /// <summary>How long a run or a partition belongs to a process that has gone silent.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Claims a run for this process, making it when it is new and taking it over when its process died, failed or was stopped.</summary>
    /// <param name="job">What is run.</param>
    /// <param name="businessDate">The business date.</param>
    /// <param name="steps">The ordered steps of the job.</param>
    /// <param name="terms">What everybody who works on it must agree about; the tariff is in the store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RefusedException">The run is complete, another process works on it, another date comes first, or it began with another tariff.</exception>
    public async Task<ClaimedRun> ClaimAsync(
        string job, DateOnly businessDate, IReadOnlyList<string> steps, RunTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunQueue.EnterAsync(connection, job, businessDate, cancellationToken);
        await RunPlan.MakeAsync(connection, job, businessDate, steps, cancellationToken);
        var found = await FoundRun.ReadAsync(connection, job, businessDate, cancellationToken);
        found.RequireFree(job, businessDate, terms);
        var token = await TakeAsync(connection, found.RunId, terms, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var run = new ClaimedRun(found.RunId, businessDate, token, IsResumed: found.Attempts > 0);
        if (run.IsResumed)
        {
            await SessionMark.EndEarlierAsync(database, run, cancellationToken);
        }

        return run;
    }

    private static async Task<long> TakeAsync(NpgsqlConnection connection, long runId, RunTerms terms, CancellationToken cancellationToken)
    {
        // What the process before left in hand, or failed, is free again; a zombie's token no longer fits when it tries to commit.
        // Partitions of workers that live go on: they are nobody else's.
        await using var command = new NpgsqlCommand(
            $"""
            with freed as (
                update run_partitions p
                set state = 'planned', fencing_token = p.fencing_token + 1, lease_until = null, error = null,
                    attempts = case when p.state = 'failed' or p.attempts >= {PartitionClaims.MostAttempts} then 0 else p.attempts end
                from runs r
                where r.run_id = $1 and p.run_id = $1
                  and (p.state = 'failed' or (p.state = 'planned' and p.attempts >= {PartitionClaims.MostAttempts})
                       or (p.state = 'running' and (p.worker = r.owner or {PartitionClaims.IsLapsed("p", "$7")}))))
            update runs set state = 'running', owner = $2, heartbeat_at = now(), fencing_token = fencing_token + 1,
                            attempts = attempts + 1, started_at = coalesce(started_at, now()), ended_at = null, error = null,
                            tariff_sha256 = $3, first_date = $4, renders = $5, program = $6
            where run_id = $1
            returning fencing_token
            """,
            connection);
        command.Parameters.Add(new() { Value = runId });
        command.Parameters.Add(new() { Value = WorkerName.OfThisProcess });
        command.Parameters.Add(new() { Value = terms.TariffSha256 });
        command.Parameters.Add(new() { Value = terms.FirstBusinessDate });
        command.Parameters.Add(new() { Value = terms.RendersStatements });
        command.Parameters.Add(new() { Value = ProgramBuild.Id });
        command.Parameters.Add(new() { Value = Lease });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
