using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>What is reported of accounts over a limit (rules.md section 2).</summary>
[Collection(PostgresCollection.Name)]
public sealed class LimitTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Exceptions_NameAccountsOverALimit_OnTheNightsThatPutThemFurtherOver()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        string[] ids = ["AT-LIMIT", "CASH", "CASH-AT-LIMIT", "OVER", "PAID", "PLAN"];
        bench.WithAccounts(ids.Select(id => Rows.Account(id, limit: "10000.00", optIn: false, statementDay: 25)))
            .WithCards(ids.Select(id => Rows.Card($"C-{id}", id)))
            .WithPostings(
                "2026-08-03",
                Rows.Purchase("P1", "C-AT-LIMIT", "2026-08-03", "10000.00"), Rows.Purchase("P2", "C-OVER", "2026-08-03", "10000.01"),
                Rows.Purchase("P3", "C-PLAN", "2026-08-03", "12000.00", months: "12"), Rows.Cash("P4", "C-CASH", "2026-08-03", "5000.01"),
                Rows.Cash("P5", "C-CASH-AT-LIMIT", "2026-08-03", "5000.00"), Rows.Purchase("P6", "C-PAID", "2026-08-03", "11000.00"),
                Rows.Payment("P7", "C-PAID", "2026-08-03", "1000.00"))
            .WithPostings("2026-08-04", Rows.Payment("P8", "C-OVER", "2026-08-04", "0.01"), Rows.Payment("P9", "C-PLAN", "2026-08-04", "1.00"))
            .WithPostings("2026-08-05", Rows.Purchase("P10", "C-PLAN", "2026-08-05", "1.00"), Rows.Purchase("P11", "C-CASH", "2026-08-05", "1.00"));

        await bench.RunAsync("2026-08-03");
        await bench.RunAsync("2026-08-05");

        (await bench.QueryAsync("select business_date, account_id, kind, detail from exceptions order by 1, 2")).ShouldBe(
            [
                "2026-08-03|CASH|CASH_OVER_LIMIT|cash 5000.01 of 5000.00",
                "2026-08-03|OVER|OVER_LIMIT|used 10000.01 of 10000.00",
                "2026-08-03|PLAN|OVER_LIMIT|used 12000.00 of 10000.00",
                "2026-08-05|PLAN|OVER_LIMIT|used 12000.00 of 10000.00",
            ]);
        (await bench.QueryAsync("select report -> 'exceptions' from control_reports order by business_date")).ShouldBe(["3", "0", "1"]);
    }
}
