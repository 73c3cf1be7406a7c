using Cycle.Jobs.Nights;
using Cycle.Jobs.Nights.Steps;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Tariffs;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>Due notices read the accounts that are due and their latest cuts by index, however many cycles the store holds.</summary>
[Collection(PostgresCollection.Name)]
public sealed class EarlierDueNoticePlanTests(PostgresFixture postgres)
{
    private static readonly DateOnly NoticeDay = new(2026, 8, 30);

    [Fact]
    public async Task NoticesStep_ReadsFewRows_WhenTheStoreHoldsTwoYearsOfManyAccounts()
    {
        await using var bench = await CreateAsync();
        await using var connection = await bench.Db.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var night = NightOf(bench, bench.TariffText);
        var step = new NoticesStep();

        var candidates = await ReadAsync(connection, step.Candidates(night));
        var made = await step.WorkAsync(new(night, Alone, connection, Sql.Selection(candidates)), default);

        candidates.ShouldBe(["A1"]);
        made.ShouldBe(1);
        (await ReadAsync(
            connection,
            """
            select format('%s: all of it %s times, by index %s', relname, seq_scan, case when idx_tup_fetch > 20 then 'many' else 'few' end)
            from pg_stat_xact_user_tables where relname in ('accounts', 'account_states', 'statements') order by 1
            """)).ShouldBe(
            [
                "account_states: all of it 0 times, by index few", "accounts: all of it 0 times, by index few",
                "statements: all of it 0 times, by index few",
            ]);
    }

    [Theory]
    [InlineData("2026-08-30", 8, 801)]
    [InlineData("2026-08-20", 20, 160)]
    public async Task NoticesStep_ReadsNoTableWhole_WhenTheNumberOfDaysRose(string from, int days, int expected)
    {
        await using var bench = await CreateAsync();
        await using var connection = await bench.Db.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var night = NightOf(bench, TariffText.Read(NoticeDaysTariff.Json(("2026-01-01", 3), (from, days))));
        var step = new NoticesStep();

        (await ReadAsync(connection, step.Candidates(night))).Count.ShouldBe(expected);
        await step.WorkAsync(new(night, Alone, connection, Sql.Selection(["A1"])), default);

        (await ReadAsync(
            connection,
            """
            select format('%s: all of it %s times', relname, seq_scan) from pg_stat_xact_user_tables
            where relname in ('accounts', 'account_states', 'statements') order by 1
            """)).ShouldBe(["account_states: all of it 0 times", "accounts: all of it 0 times", "statements: all of it 0 times"]);
    }

    private static Partition Alone => new(0, 0, 0, "A1", "A1", 1, FencingToken: 0, AccountIds: null);

    private static Night NightOf(NightBench bench, TariffText tariff) => new(
        bench.Db, new ClaimedRun(0, NoticeDay, 1, IsResumed: false), NoticeDay, bench.Settings() with { TariffText = tariff }, SilentProgress.Instance);

    /// <summary>An account whose statement day moved, among four thousand that were cut every month for two years and are due on other dates.</summary>
    private async Task<NightBench> CreateAsync()
    {
        var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1"))
            .WithPostings("2026-08-18", Rows.Purchase("P1", "C1", "2026-08-18", "10000.00"))
            .With("accounts-2026-08-20.csv", Rows.AccountHeader, Rows.Account("A1", statementDay: 25));
        await bench.RunAsync("2026-08-18");
        await bench.RunAsync("2026-08-29");
        await bench.ExecuteAsync(
            """
            insert into accounts
            select other.* from accounts a, generate_series(1, 4000) n, jsonb_populate_record(a, jsonb_build_object(
                'account_id', 'B' || n, 'due_date', date '2026-09-03' + n % 25, 'older_nominal_due_dates', null)) other;
            insert into account_states
            select other.* from account_states s, generate_series(1, 4000) n, generate_series(1, 24) m, jsonb_populate_record(s, jsonb_build_object(
                'account_id', 'B' || n, 'cut_date', (date '2026-09-18' - m * interval '1 month')::date)) other
            where s.cut_date = '2026-08-18';
            insert into statements
            select other.* from statements s, generate_series(1, 4000) n, generate_series(1, 24) m, jsonb_populate_record(s, jsonb_build_object(
                'account_id', 'B' || n, 'statement_date', (date '2026-09-18' - m * interval '1 month')::date)) other
            where s.statement_date = '2026-08-18';
            """);
        await bench.ExecuteAsync("vacuum analyze");
        return bench;
    }

    private static async Task<List<string>> ReadAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await rows.ReadAsync())
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }
}
