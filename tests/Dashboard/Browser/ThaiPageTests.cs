using Cycle.Tests.Shared;
using Microsoft.Playwright;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>A reader of Thai meets no English: every page in rest and in trouble, with acts of every kind in the trail.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ThaiPageTests(PostgresFixture postgres, ChromiumFixture chromium, ServedPortfolio served)
{
    private static readonly string[] EveryRole = ["Operations", "Finance", "Auditor", "Administrator"];

    private static readonly string Cycle = $"{Portfolio.Second:yyyy-MM-dd}";

    /// <summary>An account with cash, a fee on it and interest.</summary>
    private static readonly string WithCash = Portfolio.Id(22);

    [Fact]
    public async Task Page_SaysNothingInEnglish_ToAReaderOfThai()
    {
        var found = new List<string>();
        await using (var nobody = await Visit.BeginAsync(chromium.Browser, (await served.OverAsync(postgres)).Url, Thai()))
        {
            await LookAsync(nobody, "/sign-in", found);
        }

        await using var visit = await served.VisitAsync(postgres, chromium.Browser, EveryRole, Thai());
        visit.Asked = 404;
        foreach (var path in EveryPageTests.Pages.Append($"/cycles/{Cycle}/{WithCash}"))
        {
            await LookAsync(visit, path, found);
        }

        found.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_SaysNothingInEnglish_WhenTheNightIsInTroubleAndTheTrailHasEveryAct()
    {
        var found = new List<string>();
        await using var bench = await WebBench.StartAsync(postgres);
        await using var visit = await SignedInAsync(bench);
        await bench.ExecuteAsync(Trouble.Sql);
        foreach (var path in (string[])["/", "/runs", "/runs/33", "/schedule", "/messages", "/release", "/settings", "/people", "/trail", $"/cycles/{Cycle}"])
        {
            await LookAsync(visit, path, found);
        }

        await visit.OpenAsync("/verify");
        await visit.Page.Locator("main button.primary").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("main li")).ToContainTextAsync("A00007", new() { Timeout = 120_000 });
        found.AddRange(await EnglishWords.OfAsync(visit.Page));
        found.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_IsFoundToSpeakEnglish_WhenOneTextOfItDoes()
    {
        await using var visit = await served.VisitAsync(postgres, chromium.Browser, EveryRole, Thai());
        await visit.OpenAsync("/runs");
        await visit.Page.EvaluateAsync("document.querySelector('th').textContent = 'Took 3 s'");

        (await EnglishWords.OfAsync(visit.Page)).ShouldBe(["Took s in \"Took 3 s\""]);
    }

    private async Task<Visit> SignedInAsync(WebBench bench)
    {
        await using var english = await bench.VisitAsync(chromium.Browser, "mali", EveryRole);
        var options = Thai();
        options.StorageState = await english.SessionAsync();
        return await Visit.BeginAsync(chromium.Browser, bench.Url, options);
    }

    private static BrowserNewContextOptions Thai() => new() { Locale = "th-TH", ViewportSize = new() { Width = 1280, Height = 900 } };

    private static async Task LookAsync(Visit visit, string path, List<string> found)
    {
        await visit.OpenAsync(path);
        (await visit.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("th");
        found.AddRange((await EnglishWords.OfAsync(visit.Page)).Select(words => $"{path}: {words}"));
    }
}
