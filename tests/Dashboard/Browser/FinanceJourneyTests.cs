using Cycle.Tests.Shared;
using Microsoft.Playwright;

namespace Cycle.Dashboard.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class FinanceJourneyTests(PostgresFixture postgres, ChromiumFixture chromium, ServedPortfolio served)
{
    private static readonly string Cycle = $"{Portfolio.Second:yyyy-MM-dd}";

    [Fact]
    public async Task Cycle_IsReviewedAgainstTheOneBefore_AndItsSampleTickedOff()
    {
        var bench = await served.OverAsync(postgres);
        await using var visit = await served.VisitAsync(postgres, chromium.Browser, ["Finance"]);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Cycles" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = Cycle }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("compared with 2026-08-18");
        var interest = await bench.ScalarAsync<decimal>($"select sum(interest) / 100.0 from statements where statement_date = '{Cycle}'");
        interest.ShouldBePositive();
        await Assertions.Expect(visit.Page.Locator(".tiles")).ToContainTextAsync($"{interest:N2}");
        (await visit.Page.Locator("svg.chart").CountAsync()).ShouldBe(3);

        await visit.Page.Locator(".sample input").First.CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tick off" }).ClickAsync();
        (await visit.SaidAsync()).ShouldBe("1 ticked off.");
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("1 of 12 looked at");
    }

    [Fact]
    public async Task Statement_ShowsThePdfAndEachFiguresReason_SideBySide()
    {
        var bench = await served.OverAsync(postgres);
        await using var visit = await served.VisitAsync(postgres, chromium.Browser, ["Finance"]);
        var account = await bench.ScalarAsync<string>($"select account_id from statements where statement_date = '{Cycle}' and interest > 0 order by interest desc limit 1");

        await visit.OpenAsync($"/cycles/{Cycle}/{account}");
        var interest = visit.Page.Locator("details.figure", new() { HasText = "Interest" }).First;
        await interest.Locator("summary").ClickAsync();

        await Assertions.Expect(interest.Locator(".why")).ToContainTextAsync(" x ");
        await Assertions.Expect(interest.Locator(".why")).ToContainTextAsync("/ 365 =");
        var pdf = await visit.Page.APIRequest.GetAsync($"{bench.Url}/cycles/{Cycle}/{account}/pdf");
        pdf.Headers["content-type"].ShouldBe("application/pdf");

        // Under the rules for pages the browser's own viewer, a plug-in, would show nothing.
        pdf.Headers["content-security-policy"].ShouldNotContain("default-src");
        System.Text.Encoding.ASCII.GetString(await pdf.BodyAsync(), 0, 5).ShouldBe("%PDF-");
        var kept = await visit.Page.APIRequest.GetAsync($"{bench.Url}/cycles/{Cycle}/{account}/pdf?download=true");
        kept.Headers["content-disposition"].ShouldStartWith("attachment");
    }

    [Fact]
    public async Task Release_NeedsAnotherPerson_AndThenTheMessagesGoOut()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        await bench.ExecuteAsync("insert into settings values ('release.four-eyes', 'on')");
        await QueueAsync(bench, Portfolio.Id(2), Portfolio.Id(4));
        await using var asker = await bench.VisitAsync(chromium.Browser, "mali", ["Finance"]);
        await asker.OpenAsync($"/cycles/{Cycle}/{Portfolio.Id(4)}");
        await asker.ActAsync("Hold back", "Hold this statement back", "the address is disputed");
        await asker.OpenAsync("/release");
        await asker.ActAsync("Ask for release", "Ask", "sums agree", Row(asker));

        await asker.ActAsync("Release", "Release this cycle", "I alone", Row(asker));
        (await asker.Page.Locator("p.refused[role=alert]").InnerTextAsync()).ShouldContain("another person");
        (await bench.ScalarAsync<long>("select count(*) from messages where sent_at is null")).ShouldBe(2);

        await using var second = await bench.VisitAsync(chromium.Browser, "somsak", ["Finance"]);
        await second.OpenAsync("/release");
        await second.ActAsync("Release", "Release this cycle", "looked at the sample", Row(second));
        (await second.SaidAsync()).ShouldContain("1 messages went out");
        (await File.ReadAllTextAsync(Path.Combine(WebBench.Output, "messages", $"{Portfolio.Second.AddDays(1):yyyy-MM-dd}.txt"))).ShouldContain("message for A00002");
        (await bench.ScalarAsync<string>("select account_id from messages where sent_at is null")).ShouldBe(Portfolio.Id(4));
        (await bench.ScalarAsync<string>("select string_agg(person || ' ' || action, '; ' order by trail_id) from trail where action ~ '^(release|statement)'"))
            .ShouldBe("mali statement.hold; mali release.ask; somsak release.give");
    }

    [Fact]
    public async Task Release_IsToldAsDone_WhenItsMessagesCannotBeHandedOver()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        await bench.ExecuteAsync(
            $"insert into settings values ('release.four-eyes', 'on'); insert into cycle_releases values ('{Cycle}', 'somsak', now(), null, null)");
        await QueueAsync(bench, Portfolio.Id(2));
        await using var visit = await bench.VisitAsync(chromium.Browser, "mali", ["Finance"]);
        await visit.OpenAsync("/release");

        await WithAFileForMessagesAsync(() => visit.ActAsync("Release", "Release this cycle", "looked at the sample", Row(visit)));

        var told = await visit.Page.Locator("p.refused[role=alert]").InnerTextAsync();
        told.ShouldStartWith($"The cycle of {Cycle} is released, but messages could not be handed over: ");
        told.ShouldEndWith($"Remove the cause, then cycle send --out '{WebBench.Output}' hands them over.");
        (await bench.ScalarAsync<string>("select released_by from cycle_releases")).ShouldBe("mali");
        await Assertions.Expect(Row(visit)).ToContainTextAsync("released");
        (await bench.ScalarAsync<long>("select count(*) from messages where sent_at is null")).ShouldBe(1);
    }

    [Fact]
    public async Task Books_AddUp_AndCanBeKept()
    {
        var bench = await served.OverAsync(postgres);
        await using var visit = await served.VisitAsync(postgres, chromium.Browser, ["Finance"]);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Trial balance" }).ClickAsync();
        (await visit.Page.Locator("tfoot td").Last.InnerTextAsync()).ShouldBe("0.00");
        var download = await visit.Page.RunAndWaitForDownloadAsync(
            () => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Journal of this date as CSV" }).ClickAsync());
        download.SuggestedFilename.ShouldBe($"journal-{Cycle}.csv");
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        lines.Length.ShouldBe(1 + (int)await bench.ScalarAsync<long>($"select count(*) from journal where business_date = '{Cycle}'"));

        await visit.Page.GetByLabel("Account").FillAsync(Portfolio.SomeAccount);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).Last.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("tbody")).ToContainTextAsync("RECEIVABLE_PRINCIPAL");
    }

    /// <summary>Does something while a file stands where the gateway's folder is to be.</summary>
    private static async Task WithAFileForMessagesAsync(Func<Task> work)
    {
        var folder = Path.Combine(WebBench.Output, "messages");
        var aside = $"{folder}-aside";
        if (Directory.Exists(folder))
        {
            Directory.Move(folder, aside);
        }

        await File.WriteAllTextAsync(folder, "");
        await work();
        File.Delete(folder);
        if (Directory.Exists(aside))
        {
            Directory.Move(aside, folder);
        }
    }

    private static ILocator Row(Visit visit) => visit.Page.Locator($"tr[id='{Cycle}']");

    private static async Task QueueAsync(WebBench bench, params string[] accounts)
    {
        foreach (var account in accounts)
        {
            await bench.ExecuteAsync(
                $"""
                insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key)
                values ('{Portfolio.Second.AddDays(1):yyyy-MM-dd}', '{account}', 'DUE_NOTICE', '0800000001', 'en', 'message for {account}', 'due:{account}:{Cycle}')
                """);
        }
    }
}
