using System.Net;
using System.Text;
using Cycle.Dashboard.Tests.Browser;
using Cycle.Jobs.Reviews;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Scale;

/// <summary>
/// Every page over a large store, with the plan of every query it made: none reads a whole table that grows, none reads more than
/// so many rows. The full setting is a million accounts with twelve cycles (docs/dashboard-scale.md).
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ScaleTests(PostgresFixture postgres)
{
    /// <summary>Rows a query may read: a list is a page of some dozens, a step of a night some thousand partitions.</summary>
    private const long MostRows = 20_000;

    private const string Person = "everybody";

    private static readonly ScaleStore Store = new(null!, ScaleSettings.Accounts, ScaleSettings.Cycles);

    private static readonly string Cycle = $"{Portfolio.Second:yyyy-MM-dd}";

    private static readonly string[] Pages =
    [
        "/", "/runs", "/runs?before=2026-09-10", "/runs/RUN", "/runs/RUN?step=9&after=S000000010", "/runs/compare?run=33&run=RUN",
        "/files", "/files?before=2026-09-10&name=x",
        "/files/refused", "/files/refused?before=2000", $"/files/rejects?file={ScaleNights.WorstFile}", $"/files/rejects?file={ScaleNights.WorstFile}&after=25000",
        "/messages", "/messages?before=30000", "/messages?show=waiting", "/messages?show=delivered", "/messages?show=trouble",
        "/messages?show=trouble&before=30000", "/workers", "/schedule",
        "/cycles", $"/cycles/{Cycle}", "/cycles/2026-09-28", $"/cycles/{Cycle}/{Store.SomeAccount}?figure=interest", $"/cycles/{Cycle}/{Store.SomeAccount}/pdf",
        "/release", "/books", $"/books?date={Cycle}", $"/books/account?account={Store.SomeAccount}", "/income", "/explain", "/verify", "/replay", "/tariffs",
        "/trail", "/trail?before=150000", "/trail?person=person7", "/trail?before=150000&person=person7", "/people", "/settings",
        "/api/v1/runs", "/api/v1/runs/RUN", $"/api/v1/statements?date={Cycle}", $"/api/v1/statements?date={Cycle}&after={Store.SomeAccount}",
        $"/api/v1/rejects?file={ScaleNights.WorstFile}&after=25000", "/api/v1/health", "/health/live", "/health/ready",
    ];

    [Fact]
    public async Task Page_ReadsFewRowsByIndexes_HoweverLargeTheStore()
    {
        await using var bench = await WebBench.StartAsync(postgres, ScaleStore.FillAsync, QueryLog.SessionOptions);
        await bench.AddAsync(Person, "Operations", "Finance", "Auditor", "Administrator");
        using var client = await PageClient.SignInAsync(bench, Person);
        var lastRun = await bench.ScalarAsync<long>($"select {ScaleNights.LastRun}");
        var log = new QueryLog(postgres.LogFile);
        var (told, wrong) = (new StringBuilder(await SizesAsync(bench)), new List<string>());
        foreach (var page in Pages.Select(page => page.Replace("RUN", $"{lastRun}", StringComparison.Ordinal)))
        {
            log.Take();
            var status = (await client.GetAsync(page)).StatusCode;
            var queries = log.Take();
            wrong.AddRange(Wrong(page, status, queries));
            told.Append(Row(page, queries));
        }

        told.Append("\n| in the background | queries | read by | most rows of one | blocks |\n|---|---|---|---|---|\n");
        foreach (var (what, work) in Background(bench))
        {
            await work();
            var queries = log.Take();
            queries.SelectMany(query => query.Scans).ShouldAllBe(scan => !scan.IsWhole, what);
            told.Append(Row(what, queries));
        }

        ScaleSettings.Tell($"{told}");
        wrong.ShouldBeEmpty();
    }

    /// <summary>What is counted once a night so that no page has to: it may read all that one cycle issued, or all of an index.</summary>
    private static IEnumerable<(string What, Func<Task> Work)> Background(WebBench bench)
    {
        yield return ("make room for the counts", () => bench.ExecuteAsync(
            "delete from cycle_reviews where statement_date = '2026-09-20'; update statement_day_counts set counted_at = '2000-01-01'"));
        yield return ("count a cycle", () => new CycleReviews(bench.Db).MakeAsync(new(2026, 9, 20), default));
        yield return ("count accounts by statement day", () => new StatementDayCounts(bench.Db).RefreshAsync(default));
    }

    private static IEnumerable<string> Wrong(string page, HttpStatusCode status, IReadOnlyList<PlannedQuery> queries)
    {
        // The nights of a store whose last is long past are late, which the health of this host says by its status.
        if (status != HttpStatusCode.OK && !page.StartsWith("/health", StringComparison.Ordinal))
        {
            yield return $"{page}: {status}";
        }

        foreach (var query in queries)
        {
            if (query.Scans.FirstOrDefault(scan => scan.IsWhole) is { } whole)
            {
                yield return $"{page}: reads the whole of {whole.Table}: {query.Sql}";
            }

            if (query.Rows > MostRows)
            {
                yield return $"{page}: reads {query.Rows} rows ({string.Join(", ", query.Scans)}): {query.Sql}";
            }

            // An offset of nothing skips no row: it fixes the order of a join.
            if (query.Sql.Replace(" offset 0)", ")", StringComparison.Ordinal).Contains(" offset ", StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{page}: pages by offset: {query.Sql}";
            }
        }
    }

    /// <summary>A page's row of the table: its queries, what they read by, the most rows of one of them, and all blocks.</summary>
    private static string Row(string page, IReadOnlyList<PlannedQuery> queries) =>
        $"| `{page}` | {queries.Count} | " +
        $"{string.Join(", ", queries.SelectMany(query => query.Scans).Select(scan => $"{scan}").Distinct().Order(StringComparer.Ordinal))} " +
        $"| {queries.Select(query => query.Rows).DefaultIfEmpty().Max():N0} | {queries.Sum(query => query.Blocks):N0} |\n";

    private static async Task<string> SizesAsync(WebBench bench)
    {
        var text = new StringBuilder("| table | rows | MB | MB of indexes |\n|---|---|---|---|\n");
        foreach (var table in (string[])["accounts", "postings", "account_states", "statements", "rendered_statements", "messages", "journal", "run_partitions"])
        {
            var sizes = await bench.ScalarAsync<string>(
                $"""
                select format('%s | %s | %s', reltuples::bigint, pg_table_size(oid) >> 20, pg_indexes_size(oid) >> 20)
                from pg_class where oid = '{table}'::regclass
                """);
            text.Append($"| {table} | {sizes} |\n");
        }

        return text.Append("\n| page | queries | read by | most rows of one | blocks |\n|---|---|---|---|---|\n").ToString();
    }
}
