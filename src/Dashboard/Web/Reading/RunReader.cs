using Npgsql;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>Reads runs, their steps and partitions.</summary>
/// <param name="database">The store.</param>
internal sealed class RunReader(NpgsqlDataSource database)
{
    /// <summary>Runs a page.</summary>
    public const int PageSize = 30;

    /// <summary>Partitions shown of a run: those that are or were in trouble.</summary>
    public const int ShownPartitions = 100;

    /// <summary>Set-aside accounts a page.</summary>
    public const int ShownAccounts = 50;

    private const int UsualOf = 30;

    /// <summary>The run that is open, else the latest.</summary>
    public Task<RunRow?> CurrentAsync(CancellationToken cancellationToken) => database.FirstAsync(
        $"""
        (select {RunRow.Columns} from runs where state <> 'completed' order by business_date, run_id limit 1)
        union all
        (select {RunRow.Columns} from runs order by business_date desc, run_id desc limit 1)
        limit 1
        """,
        RunRow.Read, cancellationToken);

    /// <summary>One run.</summary>
    public Task<RunRow?> OneAsync(long runId, CancellationToken cancellationToken) =>
        database.FirstAsync($"select {RunRow.Columns} from runs where run_id = $1", RunRow.Read, cancellationToken, runId);

    /// <summary>Runs before a business date, latest first; one more than a page holds when there are more.</summary>
    public Task<List<RunRow>> BeforeAsync(DateOnly before, CancellationToken cancellationToken) => database.ListAsync(
        $"select {RunRow.Columns} from runs where business_date < $1 order by business_date desc, run_id desc limit {PageSize + 1}",
        RunRow.Read, cancellationToken, before);

    /// <summary>What a night usually takes: the median of the last thirty complete ones up to a date.</summary>
    public async Task<TimeSpan?> UsualAsync(DateOnly upTo, CancellationToken cancellationToken)
    {
        var lengths = await database.ListAsync(
            $"""
            select ended_at - started_at from runs
            where business_date < $1 and state = 'completed' and started_at is not null and ended_at is not null
            order by business_date desc, run_id desc limit {UsualOf}
            """,
            row => row.GetTimeSpan(0), cancellationToken, upTo);
        lengths.Sort();
        return lengths.Count == 0 ? null : lengths[lengths.Count / 2];
    }

    /// <summary>The steps with what their partitions say.</summary>
    public Task<List<StepRow>> StepsAsync(long runId, CancellationToken cancellationToken) => database.ListAsync(
        """
        select s.number, s.name, s.state, s.units, s.units_done, s.started_at, s.ended_at, coalesce(s.result ->> 'summary', ''),
               p.all_of_them, p.completed, p.running, p.accounts_done, p.again, now()
        from run_steps s
        cross join lateral (
            select count(*) as all_of_them, count(*) filter (where state = 'completed') as completed,
                   count(*) filter (where state = 'running') as running, coalesce(sum(accounts_done), 0)::bigint as accounts_done,
                   count(*) filter (where attempts > 1 or retries > 0) as again
            from run_partitions where run_id = s.run_id and step = s.number) p
        where s.run_id = $1 order by s.number
        """,
        StepRow.Read, cancellationToken, runId);

    /// <summary>Partitions that are at work or were tried more than once.</summary>
    public Task<List<PartitionRow>> PartitionsAsync(long runId, CancellationToken cancellationToken) => database.ListAsync(
        $"""
        select p.step, s.name, p.number, p.accounts, p.accounts_done, p.state, coalesce(p.worker, ''), p.attempts, p.retries, coalesce(p.error, '')
        from run_partitions p join run_steps s on s.run_id = p.run_id and s.number = p.step
        where p.run_id = $1 and (p.state in ('running', 'failed') or p.attempts > 1 or p.retries > 0)
        order by p.step, p.number limit {ShownPartitions}
        """,
        row => new PartitionRow(
            row.GetInt16(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetString(5), row.GetString(6),
            row.GetInt32(7), row.GetInt32(8), row.GetString(9)),
        cancellationToken, runId);

    /// <summary>Accounts set aside, after one of them.</summary>
    public Task<List<SetAsideRow>> SetAsideAsync(long runId, short step, string after, CancellationToken cancellationToken) => database.ListAsync(
        $"""
        select a.step, s.name, a.account_id, a.error, a.set_aside_at, a.resolved_by || ': ' || a.resolution
        from set_aside_accounts a join run_steps s on s.run_id = a.run_id and s.number = a.step
        where a.run_id = $1 and (a.step, a.account_id) > ($2, $3)
        order by a.step, a.account_id limit {ShownAccounts + 1}
        """,
        row => new SetAsideRow(row.GetInt16(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4), row.TextOrNull(5)),
        cancellationToken, runId, step, after);

    /// <summary>The control report of a business date as it was kept.</summary>
    public Task<string?> ReportAsync(DateOnly date, CancellationToken cancellationToken) => database.FirstAsync(
        "select report::text from control_reports where business_date = $1", row => row.GetString(0), cancellationToken, date);
}
