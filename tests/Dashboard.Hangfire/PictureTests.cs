using Cycle.Dashboard.Tests.Browser;
using Cycle.Tests.Shared;
using Microsoft.Playwright;

namespace Cycle.Dashboard.Hangfire.Tests;

/// <summary>The pictures of docs/hangfire.md, kept in the folder that CYCLE_PICTURES names.</summary>
[Collection(HangfireCollection.Name)]
public sealed class PictureTests(PostgresFixture postgres, ChromiumFixture chromium)
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("CYCLE_PICTURES") is { Length: > 0 } told ? told : Directory.CreateTempSubdirectory("cycle-pictures-").FullName;

    /// <summary>Partitions of 100 statements that are drawn when the night is looked at.</summary>
    private static readonly int Drawn = Math.Max(1, WebBench.Accounts / 400);

    [Fact]
    public async Task Dashboard_IsDrawn_InTheMiddleOfANight()
    {
        await using var bench = await WebBench.StartAsync(postgres, scheduler: new HangfireScheduler());
        var gate = new NightGate(bench);
        await gate.CloseAsync();
        await gate.LetThroughAsync(Drawn);
        await using var visit = await bench.VisitAsync(
            chromium.Browser, "anan.k", ["Operations"], new() { Locale = "en-GB", ViewportSize = new() { Width = 1280, Height = 1000 }, DeviceScaleFactor = 1.5f });
        var run = await Planned.NightsAsync(bench.Db, Portfolio.Live);
        await Assertions.Expect(visit.Page.Locator("[data-live=partitions]")).ToContainTextAsync($"{Drawn} of", new() { Timeout = 180_000 });

        await visit.OpenAsync("/hangfire/cycle");
        await KeepAsync(visit, "hangfire-cycle");
        await visit.OpenAsync($"/hangfire/cycle/run/{run}");
        await KeepAsync(visit, "hangfire-job");
        await gate.LetThroughAsync(1_000_000);
        await Assertions.Expect(visit.Page.Locator(".cycle-night .label").First).ToHaveTextAsync("completed", new() { Timeout = 180_000 });
    }

    private static async Task KeepAsync(Visit visit, string name)
    {
        await visit.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Draw statements" }).WaitForAsync();
        var path = Path.Combine(Folder, $"{name}.png");
        await visit.Page.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });
        new FileInfo(path).Length.ShouldBeGreaterThan(30_000, name);
    }
}
