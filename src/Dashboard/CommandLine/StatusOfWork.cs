using Npgsql;

namespace Cycle.Dashboard.CommandLine;

/// <summary>What <c>cycle status</c> says of workers at work and of accounts that wait for a person.</summary>
internal static class StatusOfWork
{
    private const int Shown = 20;

    public static async Task ShowAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await ListAsync(
            database, "\nWorkers seen in the last 30 seconds:",
            """
            select format('  %-44s %-7s %s lanes, %s partitions done', w.worker, w.role, w.lanes,
                          (select count(*) from run_partitions p where p.worker = w.worker and p.state = 'completed'))
            from run_workers w where w.ended_at is null and w.seen_at > now() - interval '30 seconds' order by 1
            """,
            cancellationToken);
        await ListAsync(
            database, "\nAccounts set aside; remove the cause, then `cycle rerun ACCOUNT --reason TEXT`:",
            $"""
            select format('  %-16s %s %-16s %s', a.account_id, r.business_date, s.name, a.error)
            from set_aside_accounts a join runs r using (run_id) join run_steps s on s.run_id = a.run_id and s.number = a.step
            where a.resolved_at is null order by r.business_date, a.account_id limit {Shown}
            """,
            cancellationToken);
        await ListAsync(
            database, "\nRetries of the last 10 runs, after faults that passed:",
            """
            select format('  run %s  %-16s partition %s: %s', p.run_id, s.name, p.number, p.retries)
            from run_partitions p join run_steps s on s.run_id = p.run_id and s.number = p.step
            where p.retries > 0 and p.run_id > (select coalesce(max(run_id), 0) - 10 from runs)
            union all
            select format('  run %s  as a whole: %s', r.run_id, r.retries)
            from runs r where r.retries > 0 and r.run_id > (select coalesce(max(run_id), 0) - 10 from runs)
            order by 1
            """,
            cancellationToken);
    }

    private static async Task ListAsync(NpgsqlDataSource database, string title, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        for (var isFirst = true; await row.ReadAsync(cancellationToken); isFirst = false)
        {
            if (isFirst)
            {
                Console.WriteLine(title);
            }

            Console.WriteLine(row.GetString(0));
        }
    }
}
