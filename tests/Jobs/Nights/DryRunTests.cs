using System.Text.Json.Nodes;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>A dry run tells what the night would, and leaves no trace.</summary>
[Collection(PostgresCollection.Name)]
public sealed class DryRunTests(BusyNight night) : IClassFixture<BusyNight>
{
    [Fact]
    public async Task DryRun_TellsTheFiguresOfTheNight_AndChangesNothing()
    {
        var bench = await night.OpenAsync();
        var before = await StoreText.AllAsync(bench.Db);
        var files = Files(bench);
        bench.Db.Clear();

        var (outcome, report) = await RunAsync(bench);

        outcome.ShouldBe(new(Nights: 1, Rejects: 1, Refusals: 1, SetAside: 0));
        (await StoreText.AllAsync(bench.Db)).ShouldBe(before);
        Files(bench).ShouldBe(files);
        await bench.RunAsync(BusyNight.Date);
        var real = JsonNode.Parse((await bench.QueryAsync($"select report from control_reports where business_date = '{BusyNight.Date}'"))[0])!;
        // The one thing a dry run does not do.
        real["rendered"] = JsonNode.Parse("""{"count": 0, "pages": 0}""");
        JsonNode.DeepEquals(JsonNode.Parse(report), real).ShouldBeTrue(report);
    }

    [Fact]
    public async Task DryRun_IsRefused_WhileSomebodyIsConnected()
    {
        var bench = await night.OpenAsync();
        bench.Db.Clear();
        await using var somebody = await bench.Db.OpenConnectionAsync();

        var refused = await Should.ThrowAsync<RefusedException>(RunAsync(bench));

        refused.Message.ShouldBe(
            $"Somebody is connected to the database {somebody.Database}, so it cannot be copied for a dry run. End the other commands first.");
    }

    [Fact]
    public async Task DryRun_IsRefused_WhenTheNightIsComplete()
    {
        var bench = await night.OpenAsync();
        await bench.RunAsync(BusyNight.Date);
        bench.Db.Clear();

        (await Should.ThrowAsync<RefusedException>(RunAsync(bench))).Message.ShouldContain("is already complete");
    }

    private static Task<(NightOutcome Outcome, string Report)> RunAsync(NightBench bench) => DryRun.RunAsync(
        bench.ConnectionString, bench.Settings(), DateOnly.Parse(BusyNight.Date), SilentProgress.Instance, default);

    private static List<string> Files(NightBench bench) =>
        [.. Directory.EnumerateFiles(bench.Output, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
