using Cycle.Jobs.Releases;
using Cycle.Jobs.Runs;
using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Releases;

/// <summary>Messages that cannot be handed over once they may go: what let them go is done, and told so.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ReleaseFaultTests(PostgresFixture postgres)
{
    private static readonly DateOnly Cycle = new(2026, 8, 18);

    [Fact]
    public async Task Release_IsToldAsDone_WhenItsMessagesCannotBeHandedOver()
    {
        await using var bench = await WaitingAsync();
        var broken = Broken(bench);
        await broken.Desk.AskAsync(Cycle, "mali", "sums agree", default);

        var unfinished = await Should.ThrowAsync<UnfinishedException>(broken.Desk.ReleaseAsync(Cycle, "somsak", "looked at the sample", default));

        unfinished.Message.ShouldStartWith("The cycle of 2026-08-18 is released, but messages could not be handed over: ");
        unfinished.Message.ShouldEndWith($". Remove the cause, then `cycle send --out '{broken.Output}'` hands them over.");
        unfinished.InnerException.ShouldBeAssignableTo<IOException>();
        (await bench.QueryAsync("select released_by from cycle_releases")).ShouldBe(["somsak"]);
        (await bench.QueryAsync("select state from messages where kind = 'DUE_NOTICE'")).ShouldBe(["queued"]);
        await HandOverAsync(bench);
    }

    [Fact]
    public async Task Waiver_IsToldAsDone_WhenMessagesCannotBeHandedOver()
    {
        await using var bench = await WaitingAsync();

        (await Should.ThrowAsync<UnfinishedException>(Broken(bench).Desk.RequireAsync(false, "root", "agreed", default))).Message
            .ShouldStartWith("Four eyes are required no longer, but messages could not be handed over: ");

        (await bench.QueryAsync("select value from settings where name = 'release.four-eyes'")).ShouldBe(["off"]);
        await HandOverAsync(bench);
    }

    [Fact]
    public async Task HeldStatement_IsToldAsLetGo_WhenItsMessagesCannotBeHandedOver()
    {
        await using var bench = await WaitingAsync();
        var desk = new ReleaseDesk(bench.Db, new FileGateway(bench.Db, bench.Output));
        await desk.HoldAsync(Cycle, "A1", "mali", "the address is disputed", default);
        await desk.AskAsync(Cycle, "mali", "sums agree", default);
        (await desk.ReleaseAsync(Cycle, "somsak", "looked at the sample", default)).ShouldBe(0);

        (await Should.ThrowAsync<UnfinishedException>(Broken(bench).Desk.LiftAsync(Cycle, "A1", "mali", "it is right", default))).Message
            .ShouldStartWith("The statement of 2026-08-18 of account A1 is held no longer, but messages could not be handed over: ");

        (await bench.QueryAsync("select account_id from held_statements")).ShouldBeEmpty();
        await HandOverAsync(bench);
    }

    /// <summary>What the command of the words does.</summary>
    private static async Task HandOverAsync(NightBench bench)
    {
        var gateway = new FileGateway(bench.Db, bench.Output);
        foreach (var date in await gateway.WaitingAsync(default))
        {
            await gateway.HandOverAsync(date, default);
        }

        (await bench.QueryAsync("select state from messages where kind = 'DUE_NOTICE'")).ShouldBe(["sent"]);
    }

    /// <summary>A desk whose output folder is a file.</summary>
    private static (ReleaseDesk Desk, string Output) Broken(NightBench bench)
    {
        var file = Path.Combine(bench.Output, "in the way");
        File.WriteAllText(file, "");
        return (new(bench.Db, new FileGateway(bench.Db, file)), file);
    }

    /// <summary>A due notice that waits for its cycle's release.</summary>
    private async Task<NightBench> WaitingAsync()
    {
        var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1")).WithPostings("2026-08-18", Rows.Purchase("P1", "C1", "2026-08-18", "1500.00"));
        await bench.RunAsync("2026-08-18");
        await bench.ExecuteAsync("insert into settings values ('release.four-eyes', 'on')");
        await bench.RunAsync("2026-09-05");
        (await bench.QueryAsync("select state from messages where kind = 'DUE_NOTICE'")).ShouldBe(["queued"]);
        return bench;
    }
}
