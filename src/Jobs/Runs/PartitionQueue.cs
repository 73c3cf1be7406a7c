using Cycle.Ledger.Storage.Server;
using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>The partitions of a step as the process that plans the run sees them: planned once, handed out by their table, done when all are.</summary>
/// <param name="database">The store.</param>
/// <param name="run">The run.</param>
/// <param name="step">The step's number.</param>
public sealed class PartitionQueue(NpgsqlDataSource database, ClaimedRun run, short step)
{
    /// <summary>Accounts a partition.</summary>
    public const int Size = 1000;

    /// <summary>Told when a step has partitions to do; its payload is the run's number.</summary>
    public const string Channel = "cycle_partitions";

    /// <summary>
    /// For the one statement that plans. The accounts of a night's rows are told from each other by hashing them: the planner, which has no
    /// statistics of these rows and expects one of them, would sort a million, on disk.
    /// </summary>
    private const string WithoutSorts = "select set_config('enable_sort', 'off', true)";

    /// <summary>
    /// Plans the step, unless it was planned before it was interrupted. A step without candidates is complete with this one
    /// statement: most steps of most nights have nothing to do.
    /// </summary>
    /// <param name="candidates">SQL that gives the column <c>account_id</c>, each account once.</param>
    /// <param name="size">Accounts a partition.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many partitions are still to do; when there are none the step is marked complete.</returns>
    /// <exception cref="LeaseLostException">Another process has taken the run over.</exception>
    public async Task<int> PlanAsync(string candidates, int size, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(WithoutSorts));
        batch.BatchCommands.Add(new(
            $"""
            with step as (
                select s.state from run_steps s join runs r on r.run_id = s.run_id and r.fencing_token = $3
                where s.run_id = $1 and s.number = $2 for update of s),
            numbered as (
                select candidate.account_id, (row_number() over (order by candidate.account_id) - 1) / {size} as number
                from ({candidates}) candidate
                where (select state from step) = 'planned' and not {Partition.Waits}),
            planned as (
                insert into run_partitions (run_id, step, number, first_account, last_account, accounts, account_ids, state)
                select $1, $2, number, min(account_id), max(account_id), count(*), array_agg(account_id), 'planned'
                from numbered group by number
                returning accounts),
            todo as (
                select (select count(*) from planned)
                     + (select count(*) from run_partitions where run_id = $1 and step = $2 and state <> 'completed') as partitions)
            update run_steps s
            set state = case when todo.partitions = 0 then 'completed' else 'running' end,
                started_at = coalesce(s.started_at, now()),
                ended_at = case when todo.partitions = 0 then now() end,
                units = s.units + (select coalesce(sum(accounts), 0) from planned)
            from todo
            where s.run_id = $1 and s.number = $2 and exists (select from step)
            returning todo.partitions::int, case when todo.partitions > 0 then pg_notify('{Channel}', $1::text)::text end
            """)
        {
            Parameters = { new() { Value = run.RunId }, new() { Value = step }, new() { Value = run.FencingToken } },
        });
        batch.Timeout = WholePortfolio.TimeoutSeconds;
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        await row.NextResultAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? row.GetInt32(0)
            : throw new LeaseLostException($"Run {run.RunId} was taken over by another process.");
    }

    /// <summary>Claims the next partition of the step that nobody works on.</summary>
    /// <returns>Null when there is none, when the run was asked to stop, or when it is another process's now.</returns>
    public Task<Partition?> ClaimAsync(CancellationToken cancellationToken) => PartitionClaims.NextAsync(
        database, "q.run_id = $3 and q.step = $4 and r.fencing_token = $5", [run.RunId, step, run.FencingToken], cancellationToken);

    /// <summary>Where the step stands, whoever works on it.</summary>
    /// <exception cref="LeaseLostException">Another process has taken the run over.</exception>
    public async Task<StepStanding> StandAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select count(*) filter (where q.state <> 'completed'),
                   count(*) filter (where r.state = 'running' and {PartitionClaims.IsFree("$4")}),
                   coalesce(sum(q.made), 0)::bigint,
                   coalesce(
                       min(q.error) filter (where q.state = 'failed'),
                       min(format('Partition %s (accounts %s to %s) was begun %s times and never done: %s', q.number, q.first_account, q.last_account,
                                  q.attempts, coalesce(q.error, 'the processes that were at it are gone')))
                           filter (where q.attempts >= {PartitionClaims.MostAttempts}
                                   and (q.state = 'planned' or (q.state = 'running' and {PartitionClaims.IsLapsed("q", "$4")})))),
                   coalesce(bool_and(q.error_passes) filter (where q.state = 'failed'), false)
            from runs r join run_partitions q on q.run_id = r.run_id and q.step = $2
            where r.run_id = $1 and r.fencing_token = $3
            """);
        command.Parameters.Add(new() { Value = run.RunId });
        command.Parameters.Add(new() { Value = step });
        command.Parameters.Add(new() { Value = run.FencingToken });
        command.Parameters.Add(new() { Value = RunClaims.Lease });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetBoolean(4));
    }
}
