using Microsoft.Playwright;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>The system's own Chromium without a window: CYCLE_CHROMIUM, else where Debian puts it.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CYCLE_CHROMIUM") is { Length: > 0 } told ? told : "/usr/bin/chromium",
            // A screen (DISPLAY) shows what has no place without one: PDFs inside of pages.
            Headless = Environment.GetEnvironmentVariable("CYCLE_SCREEN") is not { Length: > 0 },
            Args = ["--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage", "--font-render-hinting=none"],
        });
    }

    public async Task DisposeAsync()
    {
        // Null where it could not be started; what drives it was.
        await (Browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}
