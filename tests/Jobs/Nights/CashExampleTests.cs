using System.Text.Json;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>The product sheet's cash example through whole nights: files in; statement, notice, PDF and control report out.</summary>
[Collection(PostgresCollection.Name)]
public sealed class CashExampleTests(CashExample example, PostgresFixture postgres) : IClassFixture<CashExample>
{
    [Fact]
    public async Task Nights_MakeTheFiguresOfTheSheet_FromCashAndTheMinimumPaid()
    {
        var bench = example.Bench;

        (await bench.QueryAsync(
            """
            select statement_date, due_date, previous_balance, payments, cash_advances, fees, interest, new_balance, minimum_payment, overdue_cycles
            from statements order by statement_date
            """)).ShouldBe(
            [
                "2026-08-18|2026-09-02|0|0|1000000|30000|10082|1040082|104000|0",
                "2026-09-18|2026-10-02|1040082|104000|0|0|13113|949195|100000|0",
            ]);
        (await bench.QueryAsync("select legs -> 0 ->> 'amount', legs -> 1 ->> 'amount' from statements order by statement_date"))
            .ShouldBe(["10082|", "6137|6976"]);
    }

    [Fact]
    public async Task Night_SendsTheDueNotice_ThreeDaysBeforeTheDueDate()
    {
        var bench = example.Bench;

        (await bench.QueryAsync("select business_date, account_id, kind, mobile, language, text from messages")).ShouldBe(
            ["2026-08-30|A1|DUE_NOTICE|0800000001|en|Card x1148: payment due 2 Sep 2026. Balance THB 10,400.82, minimum THB 1,040.00."]);
        (await File.ReadAllTextAsync(Path.Combine(bench.Output, "messages", "2026-08-30.txt"))).ShouldBe(
            "0800000001\tDUE_NOTICE\tCard x1148: payment due 2 Sep 2026. Balance THB 10,400.82, minimum THB 1,040.00.\n");
        (await bench.QueryAsync("select count(*) from messages where sent_at is null")).ShouldBe(["0"]);
    }

    [Fact]
    public async Task Night_ReportsItsCountsAndTotals_InTheControlReport()
    {
        var bench = example.Bench;

        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(bench.Output, "reports", "control-2026-08-18.json")));
        var statements = report.RootElement.GetProperty("statements");
        statements.GetProperty("count").GetInt32().ShouldBe(1);
        statements.GetProperty("newBalance").GetString().ShouldBe("10400.82");
        statements.GetProperty("minimumPayment").GetString().ShouldBe("1040.00");
        report.RootElement.GetProperty("rendered").GetProperty("count").GetInt32().ShouldBe(1);
        var journal = report.RootElement.GetProperty("journal");
        journal.GetProperty("receivables").GetString().ShouldBe("10400.82");
        journal.GetProperty("balances").GetString().ShouldBe("10400.82");
        journal.GetProperty("debits").GetString().ShouldBe(journal.GetProperty("credits").GetString());
        File.Exists(Path.Combine(bench.Output, "statements", "A1-2026-08-18.pdf")).ShouldBeTrue();
    }

    [Fact]
    public async Task Night_NamesFilesItLeftAlone_TheUnknownEveryNightAndTheTooOldOnce()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts().WithCards().WithPostings("2026-07-31", Rows.Payment("P1", "C1", "2026-07-31", "1.00")).With("notes.txt", "hello");

        await bench.RunAsync("2026-08-02");
        await bench.RunAsync("2026-08-03");

        (await bench.QueryAsync("select business_date, report ->> 'filesNotRead', report ->> 'unknownFiles' from control_reports order by 1")).ShouldBe(
            ["""2026-08-02|["postings-2026-07-31.csv"]|["notes.txt"]""", """2026-08-03|[]|["notes.txt"]"""]);
    }
}
