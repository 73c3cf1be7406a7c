using Cycle.Jobs.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>Three accounts, one of which, A2, is set aside at the close of 18 August; its cause is gone, and it waits to be run.</summary>
internal static class SetAsideBench
{
    /// <summary>A bench where the account waits, with an alert and, from 4 September on, a due notice to come.</summary>
    public static async Task<NightBench> CreateAsync(PostgresFixture postgres, string lastNight = "2026-08-19")
    {
        var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1"), Rows.Account("A2"), Rows.Account("A3"))
            .WithCards(Rows.Card("C1", "A1"), Rows.Card("C2", "A2"), Rows.Card("C3", "A3"))
            .WithPostings(
                "2026-08-17", Rows.Purchase("P1", "C1", "2026-08-17", "1000.00"), Rows.Cash("P2", "C2", "2026-08-17", "2000.00"),
                Rows.Purchase("P3", "C3", "2026-08-17", "1000.00"))
            .WithPostings("2026-08-19", Rows.Purchase("P4", "C2", "2026-08-19", "5000.00"));
        await bench.RunAsync("2026-08-17");
        await bench.ExecuteAsync("update accounts set product = 'GONE' where account_id = 'A2'");
        await bench.RunAsync(lastNight);
        (await bench.QueryAsync("select account_id from statements order by 1")).ShouldBe(["A1", "A3"]);
        await bench.ExecuteAsync("update accounts set product = 'MC_PLATINUM' where account_id = 'A2'");
        return bench;
    }

    /// <summary>Runs the account, as somebody who put its product right.</summary>
    public static Task<RerunOutcome> RerunAsync(this NightBench bench, string by = "anan") => bench.RerunInAsync(bench.Output, by);

    /// <summary>The same into another folder.</summary>
    public static Task<RerunOutcome> RerunInAsync(this NightBench bench, string output, string by = "anan") =>
        new AccountRerun(bench.Db, bench.Settings() with { Output = output }, tariff: null).RunAsync("A2", by, "product put right", default);
}
