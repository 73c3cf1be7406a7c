using Cycle.Tests.Shared;
using Microsoft.Playwright;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>
/// The pictures of docs and README: drawn with every run of the tests, and kept in the folder that CYCLE_PICTURES names
/// (<c>docs/make-page-pictures</c>).
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class PictureTests(PostgresFixture postgres, ChromiumFixture chromium)
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("CYCLE_PICTURES") is { Length: > 0 } told ? told : Directory.CreateTempSubdirectory("cycle-pictures-").FullName;

    /// <summary>Partitions of 25 statements that are drawn when the night is looked at: about half of it.</summary>
    private static readonly int Drawn = WebBench.Accounts * 8 / 1000;

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
        await WaitForPdfAsync(visit.Page);
        await KeepAsync(visit, "explanation");
        await visit.OpenAsync("/schedule");
        await KeepAsync(visit, "schedule");

        var gate = new NightGate(bench);
        await gate.CloseAsync();
        await gate.LetThroughAsync(Drawn);
        var night = gate.BeginAsync(workers: 2, partition: 250);
        await visit.OpenAsync("/");
        await Assertions.Expect(visit.Page.Locator("[data-live=partitions]")).ToContainTextAsync($"{Drawn} of", new() { Timeout = 120_000 });
        await KeepAsync(visit, "tonight");
        await gate.OpenAsync();
        await night;

        foreach (var name in (string[])["cycle-review", "explanation", "schedule", "tonight"])
        {
            new FileInfo(Path.Combine(Folder, $"{name}.png")).Length.ShouldBeGreaterThan(30_000, name);
        }
    }

    /// <summary>Waits until the browser's viewer has drawn the statement; without a screen it never does.</summary>
    private static async Task WaitForPdfAsync(IPage page)
    {
        const int EmptyBytes = 40_000;
        var hasScreen = Environment.GetEnvironmentVariable("CYCLE_SCREEN") is { Length: > 0 };
        for (var attempt = 0; hasScreen && attempt < 60; attempt++)
        {
            await page.WaitForTimeoutAsync(1000);
            if ((await page.Locator("iframe.paper").ScreenshotAsync()).Length > EmptyBytes)
            {
                return;
            }
        }

        hasScreen.ShouldBeFalse("the viewer drew nothing in a minute");
    }

    private static async Task KeepAsync(Visit visit, string name)
    {
        await visit.Page.EvaluateAsync("document.fonts.ready");
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
