using System.Text;
using Cycle.Tests.Shared;
using Microsoft.Playwright;

namespace Cycle.Dashboard.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class EveryPageTests(PostgresFixture postgres, ChromiumFixture chromium, ServedPortfolio served)
{
    private static readonly string[] EveryRole = ["Operations", "Finance", "Auditor", "Administrator"];

    private static readonly string Cycle = $"{Portfolio.Second:yyyy-MM-dd}";

    internal static readonly string[] Pages =
    [
        "/", "/runs", "/runs/33", "/runs/compare?run=32&run=33", "/files", "/files/refused", "/files/rejects?file=postings-2026-09-17.csv",
        "/messages", "/messages?show=waiting", "/messages?show=delivered", "/messages?show=trouble", "/workers", "/schedule", "/cycles", $"/cycles/{Cycle}", $"/cycles/{Cycle}/{Portfolio.SomeAccount}?figure=newBalance", "/release", "/books",
        $"/books/account?account={Portfolio.SomeAccount}", "/income", "/explain", "/verify", "/replay", "/tariffs?all=true", "/trail", "/people",
        "/settings", "/no-such-page",
    ];

    private static readonly string Results = Path.Combine(Checkout.Root, "artifacts", "test-results");

    /// <summary>Where a picture of every page is kept to be looked at; none are made without it.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("CYCLE_EVERY_PICTURE") is { Length: > 0 } folder ? folder : null;

    private readonly List<string> _told = [];

    [Theory]
    [InlineData("en-GB", ColorScheme.Light)]
    [InlineData("th-TH", ColorScheme.Dark)]
    public async Task Page_HasNoSeriousViolation_InThisLanguageAndLight(string locale, ColorScheme light)
    {
        var bench = await served.OverAsync(postgres);
        await bench.ExecuteAsync("insert into set_aside_accounts select max(run_id), 9, 'A00004', 'a fault of a test', now() from runs on conflict do nothing");
        await bench.ExecuteAsync($"insert into held_statements values ('{Cycle}', '{Portfolio.Id(6)}', 'mali', now(), 'the address is disputed') on conflict do nothing");
        var report = new StringBuilder();
        await using (var nobody = await Visit.BeginAsync(chromium.Browser, bench.Url, Screen(locale, light)))
        {
            await AxeFindings.PrepareAsync(nobody.Page);
            await CheckAsync(nobody, "/sign-in", report);
        }

        await using var visit = await served.VisitAsync(postgres, chromium.Browser, EveryRole, Screen(locale, light));
        await AxeFindings.PrepareAsync(visit.Page);
        visit.Asked = 404;
        foreach (var path in Pages)
        {
            await CheckAsync(visit, path, report);
        }

        await File.WriteAllLinesAsync(Path.Combine(Directory.CreateDirectory(Results).FullName, $"axe-{locale}-{light}.txt"), _told);
        report.ToString().ShouldBe("");
    }

    [Theory]
    [InlineData("en-GB", "Menu")]
    [InlineData("th-TH", "เมนู")]
    public async Task Page_FitsAPhone_WithItsMenuFoldedAway(string locale, string menu)
    {
        await using var visit = await served.VisitAsync(postgres, chromium.Browser, EveryRole, new() { Locale = locale, ViewportSize = new() { Width = 390, Height = 844 } });
        visit.Asked = 404;
        foreach (var path in Pages)
        {
            await visit.OpenAsync(path);
            await KeepAsync(visit, $"phone-{locale[..2]}{path}");
            (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, path);
        }

        await visit.OpenAsync("/");
        await Assertions.Expect(visit.Page.Locator("#menu")).ToBeHiddenAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = menu }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#menu")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keyboard_ReachesTheContent_WithTwoKeys()
    {
        await using var visit = await served.VisitAsync(postgres, chromium.Browser, ["Operations"]);
        await visit.OpenAsync("/runs");

        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator(".skip")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");

        (await visit.Page.EvaluateAsync<bool>("document.getElementById('main').contains(document.activeElement)")).ShouldBeTrue();
    }

    [Fact]
    public async Task Choice_OfLanguageAndLight_IsKept()
    {
        await using var visit = await served.VisitAsync(postgres, chromium.Browser, ["Operations"]);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "ภาษาไทย" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("nav")).ToContainTextAsync("คืนนี้");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "มืด" }).ClickAsync();
        await visit.OpenAsync("/runs");

        (await visit.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("th");
        (await visit.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor")).ShouldBe("rgb(16, 21, 26)");
    }

    private static BrowserNewContextOptions Screen(string locale, ColorScheme light) =>
        new() { Locale = locale, ColorScheme = light, ViewportSize = new() { Width = 1280, Height = 900 } };

    private static async Task KeepAsync(Visit visit, string name)
    {
        if (Pictures is not null)
        {
            var file = string.Concat(name.Select(sign => char.IsLetterOrDigit(sign) ? sign : '-'));
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{file}.png"), FullPage = true });
        }
    }

    /// <summary>Tells what was found on a page, and notes serious and critical violations, with everything on the page unfolded.</summary>
    private async Task CheckAsync(Visit visit, string path, StringBuilder report)
    {
        await visit.OpenAsync(path);
        await KeepAsync(visit, $"{await visit.Page.Locator("html").GetAttributeAsync("lang")}{path}");
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        var found = await AxeFindings.OfAsync(visit.Page);
        _told.Add($"{path}: {found.Passes} rules pass, {found.Violations.Count} findings{string.Concat(found.Violations.Select(broken => $"; {broken.Id} ({broken.Impact})"))}");
        foreach (var broken in found.Violations.Where(broken => broken.IsSerious))
        {
            report.AppendLine($"{path}: {broken.Id} ({broken.Impact}) {broken.Help}: {string.Join(" | ", broken.Nodes)}");
        }
    }
}
