using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Jobs.Replay;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>Several processes share the nights of a portfolio and are killed at random moments; what is left is what undisturbed nights leave.</summary>
[Collection(ChaosCollection.Name)]
public sealed class KilledAnywhereTests(PostgresFixture postgres)
{
    private const int Nights = 18;
    private const string Claims =
        "select (coalesce((select sum(fencing_token) from run_partitions), 0) + coalesce((select sum(fencing_token) from runs), 0))::bigint";

    private static readonly FixtureCase Portfolio =
        FixtureCase.Load(Path.Combine(Checkout.Root, "fixtures", "mixed-portfolio"), Path.Combine(Checkout.Root, "tariffs"));

    private static readonly string Last = $"{Portfolio.From.AddDays(Nights):yyyy-MM-dd}";

    [Fact]
    public async Task Nights_LeaveTheSameBytes_HoweverOftenTheirProcessesAreKilled()
    {
        var expected = await UndisturbedAsync();
        var (kills, ofPlanner) = (0, 0);
        for (var seed = ChaosSettings.FirstSeed; seed < ChaosSettings.FirstSeed + ChaosSettings.Seeds; seed++)
        {
            await using var bench = await CycleBench.CreateAsync(postgres);
            await FirstNightAsync(bench);
            var chaos = new ChaosNights(seed, async () => (long)(await bench.ScalarAsync(Claims))!);
            await chaos.RunAsync(
                () => bench.Start(Night(Last, "--partition", "10", "--workers", "1")), () => bench.Start("worker", "--workers", "1"), ChaosSettings.KillsEach);
            (await LeftAsync(bench)).ShouldBeAsIfUndisturbed(expected, $"seed {seed}, {chaos.Kills} kills");
            ((long)(await bench.ScalarAsync("select count(distinct worker) from run_partitions"))!).ShouldBeGreaterThan(1, "several processes did the partitions");
            (kills, ofPlanner) = (kills + chaos.Kills, ofPlanner + chaos.KillsOfPlanner);
        }

        kills.ShouldBeGreaterThan(0);
        ChaosSettings.Tell(
            "processes",
            $"{ChaosSettings.Seeds} seeds, {kills} processes killed, {ofPlanner} of them planning the night; all as if undisturbed");
    }

    private async Task<SortedDictionary<string, string>> UndisturbedAsync()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        await FirstNightAsync(bench);
        (await bench.RunAsync(Night(Last))).ExitCode.ShouldBeOneOf(0, 4);
        return await LeftAsync(bench);
    }

    /// <summary>The first business date, by itself: later ones know from it where to begin.</summary>
    private static async Task FirstNightAsync(CycleBench bench) =>
        (await bench.RunAsync(Night($"{Portfolio.From:yyyy-MM-dd}"))).ExitCode.ShouldBeOneOf(0, 4);

    private static string[] Night(string date, params string[] more) =>
        ["run", "NIGHT", "--date", date, "--inbox", Portfolio.Directory, "--tariff", Portfolio.TariffFile, .. more];

    private static Task<SortedDictionary<string, string>> LeftAsync(CycleBench bench) =>
        LeftByNights.ReadAsync(bench, bench.Db, Portfolio.From, DateOnly.Parse(Last), Portfolio.TariffFile);
}
