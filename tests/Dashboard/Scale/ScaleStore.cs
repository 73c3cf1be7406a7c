using Cycle.Dashboard.Tests.Browser;
using Npgsql;

namespace Cycle.Dashboard.Tests.Scale;

/// <summary>
/// Multiplies one account of a store whose nights were really run, row by row in every table that grows, so that the rows have the shape
/// the program itself wrote. Account n is cut on the same day of every month; days are filled one after the other, as nights fill them.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="accounts">Accounts to make.</param>
/// <param name="cycles">Cycles of each.</param>
internal sealed class ScaleStore(NpgsqlDataSource database, int accounts, int cycles)
{
    /// <summary>Days of a month on which accounts are cut.</summary>
    public const int Days = 28;

    /// <summary>The last month that is filled; its 18th is <see cref="Portfolio.Second"/>.</summary>
    private static readonly DateOnly LastMonth = new(2026, 9, 1);

    /// <summary>Rows of so many accounts from <see cref="SomeAccount"/> on are whole; those of others lack their texts, so that the store fits a disk.</summary>
    private const int Whole = 100;

    private const string Cut = "(month.first + a.day - 1)";

    private static readonly string Account =
        $"(select account_id from statements where statement_date = '{Portfolio.Second:yyyy-MM-dd}' order by jsonb_array_length(lines), account_id limit 1)";

    /// <summary>The id of an account.</summary>
    public static string Id(int number) => $"S{number:D9}";

    /// <summary>An account that is cut on <see cref="Portfolio.Second"/>: the first of the 18th's.</summary>
    public string SomeAccount => Id(SomeNumber);

    private int SomeNumber => (int)(((17L * accounts) + Days - 1) / Days) + 1;

    /// <summary>Fills a store.</summary>
    public static async Task FillAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            CommandTimeout = 0, Options = "-c synchronous_commit=off -c jit=off -c maintenance_work_mem=512MB -c work_mem=64MB",
        });
        await new ScaleStore(database, ScaleSettings.Accounts, ScaleSettings.Cycles).FillAsync();
    }

    private async Task FillAsync()
    {
        await ExecuteAsync(
            "create unlogged table scale_accounts as select n, 'S' || lpad(n::text, 9, '0') as id, " +
            $"(1 + (n - 1)::bigint * {Days} / {accounts})::int as day from generate_series(1, {accounts}) n");
        await ExecuteAsync($"create unlogged table scale_template as select {Account} as id");
        string[] large = ["statements", "account_states", "rendered_statements", "postings", "journal", "messages"];
        var indexes = new StoreIndexes(database);
        var dropped = await indexes.DropAsync(large);
        await MastersAsync();
        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            await CycleAsync(cycle, $"(select '{LastMonth.AddMonths(cycle - cycles):yyyy-MM-dd}'::date as first)");
        }

        await indexes.MakeAsync(dropped);
        await new ScaleNights(database, accounts, LastMonth.AddMonths(1 - cycles), LastMonth.AddDays(Days - 1)).FillAsync();
        await ExecuteAsync("vacuum analyze");
    }

    private async Task MastersAsync()
    {
        const string Month = "(select '2026-09-01'::date as first)";
        await MultiplyAsync("accounts", new() { ["account_id"] = "a.id", ["statement_day"] = "a.day" }, Month);
        await MultiplyAsync("account_terms", new() { ["account_id"] = "a.id", ["statement_day"] = "a.day" }, Month);
        await MultiplyAsync("cards", new() { ["account_id"] = "a.id", ["card_id"] = "'K' || a.id" }, Month);
        await ExecuteAsync("insert into openings select id, '2020-01-02', '2020-01-01', 0, 0, '', n from scale_accounts where n % 2 = 0");
        await MultiplyAsync("journal_heads", new() { ["account_id"] = "a.id", ["entry"] = $"{cycles}" }, Month);
    }

    private async Task CycleAsync(int cycle, string month)
    {
        await MultiplyAsync(
            "statements",
            new()
            {
                ["account_id"] = "a.id", ["statement_date"] = Cut, ["due_date"] = $"{Cut} + 20",
                ["holder"] = Short("t.holder", """{"account": {"product": "MC_PLATINUM"}}"""), ["lines"] = Short("t.lines", "[]"), ["legs"] = Short("t.legs", "[]"),
            },
            month, $"t.statement_date = '{Portfolio.Second:yyyy-MM-dd}'");
        await MultiplyAsync(
            "account_states", new() { ["account_id"] = "a.id", ["cut_date"] = Cut, ["state"] = Short("t.state", "{}") },
            month, $"t.cut_date = '{Portfolio.Second.AddMonths(-1):yyyy-MM-dd}'");
        await MultiplyAsync(
            "rendered_statements", new() { ["account_id"] = "a.id", ["statement_date"] = Cut, ["path"] = "a.id || '.pdf'", ["drawn_with"] = "null" },
            month, $"t.statement_date = '{Portfolio.Second:yyyy-MM-dd}'");
        await MultiplyAsync(
            "postings",
            new()
            {
                ["account_id"] = "a.id", ["posting_id"] = $"a.id || '-{cycle}'", ["transaction_date"] = $"{Cut} - 3", ["posting_date"] = $"{Cut} - 3",
                ["value_date"] = $"{Cut} - 3", ["taken_on"] = $"{Cut} - 3", ["original_posting_id"] = "null",
            },
            month, "t.posting_id = (select min(posting_id) from postings where account_id = t.account_id and kind <> 5)");
        await MultiplyAsync("journal", new() { ["account_id"] = "a.id", ["entry"] = $"{cycle}", ["business_date"] = Cut }, month, "t.entry = 1");
        await ExecuteAsync(
            $"""
            insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key, sent_at, state)
            select {Cut} + 13, a.id, 'DUE_NOTICE', '0800000001', 'en', 'Payment is due.', 'due:' || a.n || ':{cycle}',
                   case when a.n % 5000 <> 0 then now() end, case when a.n % 5000 <> 0 then 'sent' when a.n % 10000 = 0 then 'dead' else 'queued' end
            from scale_accounts a cross join {month} month
            """);
    }

    /// <summary>Inserts the rows of the account that is multiplied for every account, with some columns made anew.</summary>
    private async Task MultiplyAsync(string table, Dictionary<string, string> made, string month, string which = "true")
    {
        var columns = (await StoreIndexes.TextsAsync(
            database, $"select column_name from information_schema.columns where table_name = '{table}' and is_identity = 'NO' order by ordinal_position"))
            .ToArray();
        made.Keys.ShouldBeSubsetOf(columns);
        (await ExecuteAsync(
            $"""
            insert into {table} ({string.Join(", ", columns)})
            select {string.Join(", ", columns.Select(column => made.GetValueOrDefault(column, $"t.{column}")))}
            from scale_accounts a cross join {month} month
            cross join (select t.* from {table} t where t.account_id = (select id from scale_template) and {which}) t
            """)).ShouldBeGreaterThanOrEqualTo(accounts, table);
    }

    private string Short(string whole, string otherwise) =>
        $"case when a.n between {SomeNumber} and {SomeNumber + Whole - 1} then {whole} else '{otherwise}' end";

    private async Task<int> ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }
}
