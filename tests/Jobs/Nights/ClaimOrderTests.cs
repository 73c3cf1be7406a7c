using Cycle.Jobs.Runs;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>Two starts of different dates on an empty store: neither sees a run of the other when it looks, so the claims themselves keep the order.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ClaimOrderTests(PostgresFixture postgres)
{
    private static readonly DateOnly Earlier = new(2026, 8, 17);
    private static readonly DateOnly Later = new(2026, 8, 18);

    [Fact]
    public async Task LaterDate_CannotBeClaimed_WhileAnEarlierOneIsAtWork()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        var claims = new RunClaims(bench.Db);
        var earlier = await ClaimAsync(claims, Earlier);

        (await Should.ThrowAsync<RefusedException>(ClaimAsync(claims, Later))).Message.ShouldBe(
            "NIGHT of 2026-08-17 is not complete, and 2026-08-18 may not start before it. See `cycle status`.");

        await new RunTenure(bench.Db, earlier).CompleteAsync(default);
        (await ClaimAsync(claims, Later)).BusinessDate.ShouldBe(Later);
    }

    [Fact]
    public async Task EarlierDate_CannotBeClaimed_WhenALaterOneWasTheFirst()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        var claims = new RunClaims(bench.Db);
        await ClaimAsync(claims, Later);

        (await Should.ThrowAsync<RefusedException>(ClaimAsync(claims, Earlier))).Message.ShouldBe(
            "NIGHT of 2026-08-18 has begun, and 2026-08-17 lies before it. Nothing was done.");
        (await bench.QueryAsync("select business_date from runs")).ShouldBe(["2026-08-18"]);
    }

    private static Task<ClaimedRun> ClaimAsync(RunClaims claims, DateOnly date) => 
        claims.ClaimAsync("NIGHT", date, ["intake"], new(new('0', 64), Earlier, RendersStatements: true), default);
}
