using Cycle.Jobs.Runs;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>One business date at a time, in order, each once.</summary>
[Collection(PostgresCollection.Name)]
public sealed class NightOrderTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Night_IsRefusedWithWordsAndChangesNothing_WhenItIsComplete()
    {
        await using var bench = await CreateAsync();
        await bench.RunAsync("2026-08-18");
        var before = await StoreText.AllAsync(bench.Db);

        var refused = await Should.ThrowAsync<RefusedException>(bench.RunAsync("2026-08-18"));

        refused.Message.ShouldStartWith("NIGHT of 2026-08-18 is already complete: it ended at ");
        refused.Message.ShouldEndWith(" UTC. Nothing was done.");
        (await StoreText.AllAsync(bench.Db)).ShouldBe(before);
    }

    [Fact]
    public async Task Nights_RunOneByOneInOrder_WhenDatesWereMissed()
    {
        await using var bench = await CreateAsync();
        await bench.RunAsync("2026-08-16");
        var progress = new ToldProgress();

        var outcome = await bench.RunAsync("2026-08-19", progress);

        outcome.Nights.ShouldBe(3);
        progress.Told.Where(told => told.EndsWith(" intake", StringComparison.Ordinal))
            .ShouldBe(["2026-08-17 intake", "2026-08-18 intake", "2026-08-19 intake"]);
        (await bench.QueryAsync("select business_date, state from runs order by ended_at")).ShouldBe(
            ["2026-08-16|completed", "2026-08-17|completed", "2026-08-18|completed", "2026-08-19|completed"]);
        (await bench.QueryAsync("select statement_date, new_balance from statements")).ShouldBe(["2026-08-18|150000"]);
    }

    [Fact]
    public async Task LaterNight_IsRefused_WhileAnEarlierOneIsNotComplete()
    {
        await using var bench = await CreateAsync();
        await bench.RunAsync("2026-08-16");
        await bench.ExecuteAsync("alter table journal rename to journal_gone");
        await Should.ThrowAsync<Npgsql.PostgresException>(bench.RunAsync("2026-08-17"));
        await bench.ExecuteAsync("alter table journal_gone rename to journal");
        var before = await StoreText.AllAsync(bench.Db);

        var refused = await Should.ThrowAsync<RefusedException>(bench.RunAsync("2026-08-18"));

        refused.Message.ShouldBe(
            "The night of 2026-08-17 is not complete, and 2026-08-18 may not start before it. " +
            "See `cycle status`, then run `cycle run NIGHT --date 2026-08-17` to resume it.");
        (await StoreText.AllAsync(bench.Db)).ShouldBe(before);
        (await bench.QueryAsync("select state, error from runs where business_date = '2026-08-17'"))
            .ShouldBe(["failed|42P01: relation \"journal\" does not exist"]);

        (await bench.RunAsync("2026-08-17")).Nights.ShouldBe(1);
        (await bench.RunAsync("2026-08-18")).Nights.ShouldBe(1);
    }

    [Fact]
    public async Task Night_IsRefused_BeforeTheFirstBusinessDate()
    {
        await using var bench = await CreateAsync();
        await bench.RunAsync("2026-08-16");

        var refused = await Should.ThrowAsync<RefusedException>(bench.RunAsync("2026-08-15"));

        refused.Message.ShouldBe("2026-08-15 lies before 2026-08-16, the first business date of this installation. Nothing was done.");
    }

    private async Task<NightBench> CreateAsync()
    {
        var bench = await NightBench.CreateAsync(postgres);
        return bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1"))
            .WithPostings("2026-08-17", Rows.Purchase("P1", "C1", "2026-08-17", "1500.00"));
    }
}
