using System.Text.Json;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Tests.Intake;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>What comes with opening balances is owed from then on, and is no posting of the night that takes it.</summary>
[Collection(PostgresCollection.Name)]
public sealed class OpeningNightTests(PostgresFixture postgres)
{
    private const string Takeover = "2026-08-25";

    [Fact]
    public async Task Night_ProvesItsBooks_AndCountsOpeningsApartFromPostings()
    {
        await using var bench = await OpenAsync();

        var report = await ReportAsync(bench, Takeover);

        Text(report, "openings").ShouldBe("""{"count" : 1, "balance" : "21000.00", "plansToCome" : "2000.00"}""");
        Text(report, "postings").ShouldBe("""{"count" : 1, "amount" : "1500.00"}""");
        Text(report, "journal").ShouldBe(
            """{"entries" : 2, "debits" : "24500.00", "credits" : "24500.00", "receivables" : "22500.00", "balances" : "22500.00"}""");
        (await bench.QueryAsync("select kind, reference from journal group by entry, kind, reference order by entry"))
            .ShouldBe(["OPENING|2026-08-18", "PURCHASE|P9"]);
    }

    [Fact]
    public async Task Night_AlertsOnlyOfItsOwnPurchases_WithTheCreditThatOpeningLeft()
    {
        await using var bench = await OpenAsync();

        (await bench.QueryAsync("select kind, text from messages where business_date = '2026-08-25'")).ShouldBe(
            ["SPEND_ALERT|Card x1148: THB 1,500.00 at Central Rama 9 13:05 - remaining credit THB 75,500.00"]);
        (await bench.QueryAsync("select * from set_aside_accounts")).ShouldBeEmpty();
        (await bench.QueryAsync("select kind from exceptions")).ShouldBeEmpty();
    }

    [Fact]
    public async Task NextNights_GoOnFromTheOpening_WithNoticeReversalAndStatement()
    {
        await using var bench = await OpenAsync();
        bench.WithPostings("2026-09-01", Rows.Reversal("V1", "C1", "2026-09-01", "10000.00", "P1"), Rows.Refund("V2", "C1", "2026-09-01", "300.00", "P0"));

        await bench.RunAsync("2026-09-18");

        (await bench.QueryAsync("select business_date from messages where kind = 'DUE_NOTICE'")).ShouldBe(["2026-08-30"]);
        (await bench.QueryAsync("select posting_id from postings where taken_on = '2026-09-01' order by 1")).ShouldBe(["V1", "V2"]);
        (await bench.QueryAsync("select statement_date, previous_balance, refunds, purchases, instalments, overdue_cycles from statements"))
            .ShouldBe(["2026-09-18|2100000|1030000|150000|100000|0"]);
        var explanation = await new Explainer(bench.Db).ExplainAsync("A1", new(2026, 9, 18), default);
        explanation.Recomputed.ShouldBeEmpty();
        explanation.Grace.ShouldContain("The statement of 2026-08-18 owed 21000.00");
        (await new Verification(bench.Db, bench.Output).RunAsync(default)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task DueNotice_IsSentOfTheOpenedStatement_WhenTheAccountIsCutHereBeforeItsDay()
    {
        await using var bench = await OpenAsync();
        bench.With("accounts-2026-08-26.csv", Rows.AccountHeader, Rows.Account("A1", statementDay: 28));

        await bench.RunAsync("2026-09-10");

        (await bench.QueryAsync("select business_date, idempotency_key from messages where kind = 'DUE_NOTICE' order by message_id"))
            .ShouldBe(["2026-08-30|due:A1:2026-08-18", "2026-09-09|due:A1:2026-08-28"]);
    }

    [Fact]
    public async Task BooksOfAnEarlierDate_StayAsTheyWere_WhenAnAccountIsOpenedLate()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        Masters(bench);
        await bench.RunAsync(Takeover);
        var before = (await bench.OutputsAsync(Takeover, Takeover)).Where(IsExported).ToList();
        bench.With("opening-2026-08-26.csv", Opening);

        await bench.RunAsync("2026-08-26");

        (await bench.OutputsAsync(Takeover, Takeover)).Where(IsExported).ShouldBe(before);
        (await bench.QueryAsync("select business_date from openings")).ShouldBe(["2026-08-26"]);
        before.Single(file => file.Key.EndsWith("balances.csv", StringComparison.Ordinal)).Value.ShouldContain("A1,0.00,");
    }

    [Fact]
    public async Task Account_IsCutOnTheNightThatOpensIt_WhenItIsItsStatementDay()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        Masters(bench).With("opening-2026-09-18.csv", Opening);

        await bench.RunAsync("2026-09-18");

        (await bench.QueryAsync("select statement_date, previous_balance, instalments, overdue_cycles from statements"))
            .ShouldBe(["2026-09-18|2100000|100000|1"]);
    }

    [Fact]
    public async Task ReportMadeAnew_CountsThePostingsOfItsNightOnly_WhenAnAccountWasOpenedSinceWithThatLastStatement()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        Masters(bench).WithPostings("2026-08-18", Rows.Purchase("P9", "C1", "2026-08-18", "1500.00"));
        await bench.RunAsync("2026-08-17");
        await bench.ExecuteAsync("update accounts set product = 'GONE'");
        await bench.RunAsync("2026-08-18");
        await bench.ExecuteAsync("update accounts set product = 'MC_PLATINUM'");
        bench.With($"accounts-{Takeover}.csv", Rows.AccountHeader, Rows.Account("B1")).With($"cards-{Takeover}.csv", Rows.CardHeader, Rows.Card("D1", "B1"))
            .With(
                $"opening-{Takeover}.csv", OpeningRows.Header, OpeningRows.Head("B1", "8000.00", "1000.00", "2026-08-18", "2026-09-02"),
                Item("Q1", "5000.00", "5000.00", account: "B1"), Item("Q2", "2000.00", "2000.00", account: "B1"), Item("Q3", "1000.00", "1000.00", account: "B1"));
        await bench.RunAsync("2026-08-26");
        const string Postings = """{"count" : 1, "amount" : "1500.00"}""";
        Text(await ReportAsync(bench, "2026-08-18"), "postings").ShouldBe(Postings);

        await new AccountRerun(bench.Db, bench.Settings(), tariff: null).RunAsync("A1", "tester", "product restored", default);

        Text(await ReportAsync(bench, "2026-08-18"), "postings").ShouldBe(Postings);
        (await bench.QueryAsync("select account_id, balance from openings")).ShouldBe(["B1|800000"]);
    }

    private static IEnumerable<string> Opening =>
    [
        OpeningRows.Header,
        OpeningRows.Head("A1", "21000.00", "2600.00", "2026-08-18", "2026-09-02"),
        Item("P1", "10000.00", "10000.00"), Item("P2", "10000.00", "10000.00"), Item("P0", "900.00", "0.00", ""),
        OpeningRows.Record("PLAN", postingId: "N1", cardId: "C1", transactionDate: "2026-08-01", postingDate: "2026-08-02", amount: "3000.00", months: "3", part: "1"),
        OpeningRows.Record("PART", postingId: "N1", statementDate: "2026-08-18", outstanding: "1000.00", grace: "pending", part: "1"),
    ];

    private static string Item(string id, string amount, string outstanding, string grace = "pending", string account = "A1") => OpeningRows.Item(
        id, account, account == "A1" ? "C1" : "D1", amount: amount, outstanding: outstanding, grace: grace, transactionDate: "2026-08-01", postingDate: "2026-08-02", statement: "2026-08-18");

    private static bool IsExported(KeyValuePair<string, string> file) => file.Key.StartsWith("export", StringComparison.Ordinal);

    private static NightBench Masters(NightBench bench) => bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1"));

    /// <summary>A bench after the night that took the account over, with a purchase of that night.</summary>
    private async Task<NightBench> OpenAsync()
    {
        var bench = await NightBench.CreateAsync(postgres);
        Masters(bench).With($"opening-{Takeover}.csv", Opening).WithPostings(Takeover, Rows.Purchase("P9", "C1", Takeover, "1500.00"));
        await bench.RunAsync(Takeover);
        return bench;
    }

    private static async Task<JsonElement> ReportAsync(NightBench bench, string date)
    {
        var report = (await bench.QueryAsync($"select report from control_reports where business_date = '{date}'")).ShouldHaveSingleItem();
        return JsonDocument.Parse(report).RootElement;
    }

    private static string Text(JsonElement report, string name) => report.GetProperty(name).GetRawText();
}
