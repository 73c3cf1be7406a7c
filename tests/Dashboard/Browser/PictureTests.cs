using Cycle.Tests.Shared;
using Microsoft.Playwright;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>
/// The pictures of docs and README: drawn with every run of the tests, and kept in the folder that CYCLE_PICTURES names
/// (<c>docs/make-pictures</c>).
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class PictureTests(PostgresFixture postgres, ChromiumFixture chromium)
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("CYCLE_PICTURES") is { Length: > 0 } told ? told : Directory.CreateTempSubdirectory("cycle-pictures-").FullName;

    /// <summary>Partitions of the night that are drawn when it is looked at.</summary>
    private static readonly int Drawn = WebBench.Accounts * 2 / 1000;

    private static readonly string Cycle = $"{Portfolio.Second:yyyy-MM-dd}";

    [Fact]
    public async Task Pages_AreDrawn_AsPeopleSeeThem()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        bench.Clock.Move(new DateTimeOffset(2026, 9, 19, 20, 0, 0, TimeSpan.FromHours(7)) - DateTimeOffset.UtcNow);
        await using var visit = await bench.VisitAsync(
            chromium.Browser, "anan.k", ["Operations", "Finance"],
            new() { Locale = "en-GB", ViewportSize = new() { Width = 1280, Height = 860 }, DeviceScaleFactor = 2 });
        var account = await bench.ScalarAsync<string>(
            $"""
            select account_id from statements s where statement_date = '{Cycle}' and interest > 0 and payments > 0
            order by jsonb_array_length(legs) desc, jsonb_array_length(lines) desc, account_id limit 1
            """);

        await visit.OpenAsync($"/cycles/{Cycle}");
        await KeepAsync(visit, "cycle-review");
        await visit.OpenAsync($"/cycles/{Cycle}/{account}?figure=interest");
        await visit.Page.WaitForTimeoutAsync(2500);
        await KeepAsync(visit, "statement-explained");
        await visit.OpenAsync("/schedule");
        await KeepAsync(visit, "schedule");

        var gate = new NightGate(bench);
        await gate.CloseAsync();
        await gate.LetThroughAsync(Drawn);
        var night = gate.BeginAsync();
        await visit.OpenAsync("/");
        await Assertions.Expect(visit.Page.Locator("[data-live=partitions]")).ToContainTextAsync($"{Drawn} of", new() { Timeout = 120_000 });
        await KeepAsync(visit, "tonight");
        await gate.OpenAsync();
        await night;

        foreach (var name in (string[])["cycle-review", "statement-explained", "schedule", "tonight"])
        {
            new FileInfo(Path.Combine(Folder, $"{name}.png")).Length.ShouldBeGreaterThan(30_000, name);
        }
    }

    private static async Task KeepAsync(Visit visit, string name)
    {
        await visit.Page.EvaluateAsync("document.fonts.ready");
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
