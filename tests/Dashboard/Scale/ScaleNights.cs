using Npgsql;

namespace Cycle.Dashboard.Tests.Scale;

/// <summary>The nights behind a filled store: runs with steps and partitions, files with rejects, reports, and what people did.</summary>
/// <param name="database">The store; its last run is the one that is multiplied.</param>
/// <param name="accounts">Accounts in it.</param>
/// <param name="first">The first business date.</param>
/// <param name="last">The last.</param>
internal sealed class ScaleNights(NpgsqlDataSource database, int accounts, DateOnly first, DateOnly last)
{
    /// <summary>The file with the most rejects.</summary>
    public const string WorstFile = "postings-scale-00001.csv";

    /// <summary>The run with a partition for every thousand accounts in each of its steps.</summary>
    public const string LastRun = "(select run_id from runs order by business_date desc, run_id desc limit 1)";

    private const int AccountsAPartition = 1000;
    private const int FilesADay = 5;
    private const int Rejects = 50_000;
    private const int Acts = 300_000;

    private static readonly string[] RunColumns =
        ["job", "parameters", "state", "created_at", "started_at", "ended_at", "attempts", "tariff_sha256", "program", "first_date", "renders"];

    public async Task FillAsync()
    {
        var dates = "(select d::date as at, row_number() over (order by d) as place " +
            $"from generate_series('{first:yyyy-MM-dd}'::date, '{last:yyyy-MM-dd}'::date, interval '1 day') d)";
        await ExecuteAsync("create unlogged table scale_run as select max(run_id) as id from runs");
        await ExecuteAsync(
            $"""
            insert into runs (business_date, {string.Join(", ", RunColumns)})
            select d.at, {string.Join(", ", RunColumns.Select(column => $"r.{column}"))}
            from {dates} d cross join (select r.* from runs r where run_id = (select id from scale_run)) r
            where not exists (select from runs k where k.business_date = d.at) order by d.at
            """);
        await ExecuteAsync(
            """
            insert into run_steps (run_id, number, name, state, units, units_done, started_at, ended_at, result)
            select n.run_id, s.number, s.name, s.state, s.units, s.units_done, s.started_at, s.ended_at, s.result
            from runs n cross join run_steps s where s.run_id = (select id from scale_run)
              and not exists (select from run_steps k where k.run_id = n.run_id)
            """);
        await PartitionsAsync();
        await ExecuteAsync(
            $"""
            insert into control_reports (business_date, report) select d.at, (select report from control_reports order by business_date desc limit 1)
            from {dates} d on conflict do nothing;
            insert into cycle_reviews (statement_date, made_at, review) select d.at, now(), (select review from cycle_reviews order by statement_date desc limit 1)
            from {dates} d on conflict do nothing;
            insert into trial_balances select d.at, t.gl_account, t.debit, t.credit
            from {dates} d cross join (select * from trial_balances where business_date = (select max(business_date) from trial_balances)) t on conflict do nothing;
            insert into files
            select 'postings-scale-' || lpad((d.place * {FilesADay} + f)::text, 5, '0') || '.csv', 'postings', d.at, '', d.at, 1000, 990, 10, 1.00, now()
            from {dates} d cross join generate_series(0, {FilesADay - 1}) f;
            insert into file_refusals (file_name, sha256, business_date, reason, refused_at)
            select 'refused-' || f || '-' || d.place, '', d.at, 'a reason', now() from {dates} d cross join generate_series(1, 10) f;
            insert into rejects
            select '{WorstFile}', n, 'P' || n, 'UNKNOWN_CARD', 'found a card, expected one that is known', '{last:yyyy-MM-dd}' from generate_series(2, {Rejects}) n;
            insert into trail (at, person, action, subject, reason)
            select now(), 'person' || n % 40, 'sign-in', 'person' || n % 40, '' from generate_series(1, {Acts}) n;
            insert into run_workers select 'machine/' || n, 'worker', 'program', 4, now(), now(), now() from generate_series(1, 2000) n;
            """);
    }

    /// <summary>A day's share of the accounts in every night, all of them in the last.</summary>
    private Task<int> PartitionsAsync() => ExecuteAsync(
        $"""
        insert into run_partitions (run_id, step, number, first_account, last_account, accounts, state, worker, attempts, accounts_done, started_at, ended_at)
        select n.run_id, s.step, p, 'S', 'T', {AccountsAPartition}, 'completed', 'machine/' || p % 20, 1 + (p % 500 = 0)::int, {AccountsAPartition}, now(), now()
        from runs n cross join (select distinct step from run_partitions where run_id = (select id from scale_run)) s
        cross join lateral generate_series(1, {accounts} / {AccountsAPartition} / case when n.run_id = {LastRun} then 1 else {ScaleStore.Days} end + 1) p
        where n.run_id > (select id from scale_run);
        insert into set_aside_accounts select n.run_id, 9, 'S' || lpad(p::text, 9, '0'), 'a fault', now() from runs n cross join generate_series(1, 200) p
        """);

    private async Task<int> ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }
}
