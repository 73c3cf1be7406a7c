using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary><c>cycle run</c> says which nights it runs first, and takes no date that can only be a slip of the pen.</summary>
[Collection(PostgresCollection.Name)]
public sealed class MissedNightsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private CycleBench _bench = null!;

    [Fact]
    public async Task Night_IsRefusedAndNothingDone_WhenItsYearIsBuddhist()
    {
        var result = (await _bench.WithPurchase().NightAsync("2569-08-18")).ShouldEnd(2);

        result.Errors.ShouldStartWith("--date: found 2569-08-18, ");
        result.Errors.ShouldEndWith("expected at most 1,000, in years of the Common Era. Nothing was done.\n");
        (await _bench.ScalarAsync("select count(*) from runs")).ShouldBe(0L);
    }

    [Fact]
    public async Task Night_IsRefusedAndNothingDone_WhenMoreNightsAreMissingThanAnybodyMissed()
    {
        (await _bench.NightAsync("2020-01-01")).ShouldEnd(0);

        (await _bench.NightAsync("2026-08-18")).ShouldSayOnly(
            2, "--date: found 2026-08-18, for which 2,421 nights would be run, from 2020-01-02; expected at most 1,000. Nothing was done.");
        (await _bench.ScalarAsync("select count(*) from runs")).ShouldBe(1L);
    }

    [Fact]
    public async Task Nights_AreTold_WhenSomeWereMissedBefore()
    {
        (await _bench.WithPurchase().NightAsync("2026-08-18")).ShouldEnd(0).Output.ShouldNotContain("missed");

        (await _bench.NightAsync("2026-08-20")).ShouldEnd(0).Output.ShouldStartWith(
            "2 nights, from 2026-08-19: those missed before 2026-08-20 come first, one by one, in order.\n");
    }

    public async Task InitializeAsync() => _bench = await CycleBench.CreateAsync(postgres);

    public async Task DisposeAsync() => await _bench.DisposeAsync();
}
