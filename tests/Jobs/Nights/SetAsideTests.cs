using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>An account whose computing fails stops alone.</summary>
[Collection(PostgresCollection.Name)]
public sealed class SetAsideTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Account_IsSetAsideWithItsError_WhenItsProductIsNoLongerInTheTariff()
    {
        await using var bench = await CreateAsync();
        await bench.ExecuteAsync("update accounts set product = 'GONE' where account_id = 'A2'");

        var outcome = await bench.RunAsync("2026-08-18");

        outcome.SetAside.ShouldBe(1);
        outcome.IsClean.ShouldBeFalse();
        (await bench.QueryAsync("select account_id, s.name, error from set_aside_accounts a join run_steps s on (s.run_id, s.number) = (a.run_id, a.step)"))
            .ShouldBe(["A2|close|Tariff gsb-2026 defines no product 'GONE'."]);
        (await bench.QueryAsync("select account_id, new_balance from statements order by 1")).ShouldBe(["A1|100000", "A3|100000"]);
        (await bench.QueryAsync("select report ->> 'setAsideAccounts' from control_reports where business_date = '2026-08-18'")).ShouldBe(["""["A2"]"""]);
        Directory.GetFiles(Path.Combine(bench.Output, "statements")).Select(Path.GetFileName).Order()
            .ShouldBe(["A1-2026-08-18.pdf", "A3-2026-08-18.pdf"]);
    }

    [Fact]
    public async Task Account_IsSetAsideAtEachStepThatFails_AndTheOthersGoOn()
    {
        await using var bench = await CreateAsync();
        // No day 0: the first leg of interest cannot be computed. An account without movement for long is looked at for cancellation too.
        await bench.ExecuteAsync(
            """
            update account_terms set statement_day = 0 where account_id = 'A2';
            update accounts set last_movement_date = '2025-12-01' where account_id = 'A2';
            """);

        (await bench.RunAsync("2026-08-18")).SetAside.ShouldBe(1);

        (await bench.QueryAsync("select account_id, s.name from set_aside_accounts a join run_steps s on (s.run_id, s.number) = (a.run_id, a.step) order by a.step"))
            .ShouldBe(["A2|cancellations", "A2|close"]);
        (await bench.QueryAsync("select account_id from statements order by 1")).ShouldBe(["A1", "A3"]);
    }

    private async Task<NightBench> CreateAsync()
    {
        var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1"), Rows.Account("A2"), Rows.Account("A3"))
            .WithCards(Rows.Card("C1", "A1"), Rows.Card("C2", "A2"), Rows.Card("C3", "A3"))
            .WithPostings(
                "2026-08-17", Rows.Purchase("P1", "C1", "2026-08-17", "1000.00"), Rows.Cash("P2", "C2", "2026-08-17", "1000.00"),
                Rows.Purchase("P3", "C3", "2026-08-17", "1000.00"));
        await bench.RunAsync("2026-08-17");
        return bench;
    }
}
