using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>The partitions of a step: planned once, handed out by the table itself, done in the transaction that did the work.</summary>
/// <param name="database">The store.</param>
/// <param name="run">The run.</param>
/// <param name="step">The step's number.</param>
public sealed class PartitionQueue(NpgsqlDataSource database, ClaimedRun run, short step)
{
    /// <summary>Accounts a partition.</summary>
    public const int Size = 1000;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Plans the step, unless it was planned before it was interrupted. A step without candidates is complete with this one
    /// statement: most steps of most nights have nothing to do.
    /// </summary>
    /// <param name="candidates">SQL that gives the column <c>account_id</c>, each account once.</param>
    /// <param name="size">Accounts a partition.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many partitions are still to do; when there are none the step is marked complete.</returns>
    public async Task<int> PlanAsync(string candidates, int size, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            with step as (
                select state from run_steps where run_id = $1 and number = $2 for update),
            numbered as (
                select candidate.account_id, (row_number() over (order by candidate.account_id) - 1) / {size} as number
                from ({candidates}) candidate
                where (select state from step) = 'planned'),
            planned as (
                insert into run_partitions (run_id, step, number, first_account, last_account, accounts, state)
                select $1, $2, number, min(account_id), max(account_id), count(*), 'planned' from numbered group by number
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
            where s.run_id = $1 and s.number = $2
            returning todo.partitions::int
            """);
        command.Parameters.Add(new() { Value = run.RunId });
        command.Parameters.Add(new() { Value = step });
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Claims the next partition that nobody works on.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<Partition?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            update run_partitions p
            set state = 'running', worker = $3, lease_until = now() + $4, fencing_token = p.fencing_token + 1,
                attempts = p.attempts + 1, started_at = now()
            from (
                select run_id, step, number from run_partitions
                where run_id = $1 and step = $2 and (state = 'planned' or (state = 'running' and lease_until < now()))
                order by number limit 1
                for update skip locked) free
            where p.run_id = free.run_id and p.step = free.step and p.number = free.number
            returning p.number, p.first_account, p.last_account, p.accounts, p.fencing_token
            """);
        command.Parameters.Add(new() { Value = run.RunId });
        command.Parameters.Add(new() { Value = step });
        command.Parameters.Add(new() { Value = WorkerName.OfThisProcess });
        command.Parameters.Add(new() { Value = Lease });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(run.RunId, step, row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt64(4))
            : null;
    }

    /// <summary>Marks a partition done inside the transaction that did its work; a token that no longer fits undoes all of it.</summary>
    /// <exception cref="LeaseLostException">Another worker has claimed the partition since.</exception>
    public static async Task CompleteAsync(
        NpgsqlConnection connection, Partition partition, int accountsDone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partition);
        await using var command = new NpgsqlCommand(
            """
            update run_partitions set state = 'completed', ended_at = now(), accounts_done = $5, lease_until = null
            where run_id = $1 and step = $2 and number = $3 and fencing_token = $4 and state = 'running'
            """,
            connection);
        command.Parameters.Add(new() { Value = partition.RunId });
        command.Parameters.Add(new() { Value = partition.Step });
        command.Parameters.Add(new() { Value = partition.Number });
        command.Parameters.Add(new() { Value = partition.FencingToken });
        command.Parameters.Add(new() { Value = accountsDone });
        if (await command.ExecuteNonQueryAsync(cancellationToken) != 1)
        {
            throw new LeaseLostException($"Partition {partition.Number} of step {partition.Step} was taken over by another worker.");
        }
    }
}
