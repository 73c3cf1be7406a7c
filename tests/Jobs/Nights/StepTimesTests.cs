using Cycle.Jobs.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>What people who watch a night read about its steps: which one is at work, and since when.</summary>
[Collection(PostgresCollection.Name)]
public sealed class StepTimesTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("intake")]
    [InlineData("journal")]
    [InlineData("send")]
    public async Task Step_IsRunningSinceItBegan_WhileItIsAtWork(string step)
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1")).WithPostings("2026-08-18", Rows.Purchase("P1", "C1", "2026-08-17", "2000.00"));
        List<string> seen = [];

        await bench.RunAsync("2026-08-18", ToldProgress.AtWords(
            $"2026-08-18 {step}",
            () => seen = bench.QueryAsync("select name, started_at is not null, ended_at is null from run_steps where state = 'running'").GetAwaiter().GetResult()));

        seen.ShouldBe([$"{step}|true|true"]);
    }

    [Fact]
    public async Task EveryStep_EndsAfterItBegan_WithinItsNight()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1")).WithPostings("2026-08-18", Rows.Purchase("P1", "C1", "2026-08-17", "2000.00"));

        await bench.RunAsync("2026-08-18");

        (await bench.QueryAsync(
            "select count(*), bool_and(s.started_at >= r.started_at and s.ended_at <= r.ended_at) from run_steps s join runs r using (run_id)"))
            .ShouldBe([$"{NightSteps.Names.Count}|true"]);
        (await bench.QueryAsync("select name from run_steps where name in ('intake', 'journal', 'send', 'report') and ended_at <= started_at")).ShouldBeEmpty();
    }
}
