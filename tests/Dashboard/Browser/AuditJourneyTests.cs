using Cycle.Tests.Shared;
using Microsoft.Playwright;

namespace Cycle.Dashboard.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class AuditJourneyTests(PostgresFixture postgres, ChromiumFixture chromium, ServedPortfolio served)
{
    [Fact]
    public async Task Verification_NamesTheAlteredRow_AfterOneWasAltered()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        await using var visit = await bench.VisitAsync(chromium.Browser, "kanya", ["Auditor"]);
        await visit.OpenAsync("/verify");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Verify now" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("Everything is as it was written.", new() { Timeout = 90_000 });

        await bench.ExecuteAsync("update journal set reference = 'other' where account_id = 'A00007' and entry = 1");
        await visit.OpenAsync("/verify");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Verify now" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("account A00007 entry 1", new() { Timeout = 90_000 });
    }

    [Fact]
    public async Task Case_IsReplayedAndAgrees_FromThePage()
    {
        await using var visit = await served.VisitAsync(postgres, chromium.Browser, ["Auditor"]);
        await visit.OpenAsync("/replay");
        await visit.Page.Locator("input[value=minimum-floor]").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Replay what is ticked" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".state.good")).ToHaveTextAsync("agrees", new() { Timeout = 120_000 });
    }

    [Fact]
    public async Task Statement_IsFoundByAccountAndDate_ForItsExplanation()
    {
        await using var visit = await served.VisitAsync(postgres, chromium.Browser, ["Auditor"]);
        await visit.OpenAsync("/explain");
        await visit.Page.GetByLabel("Account").FillAsync(Portfolio.SomeAccount);
        await visit.Page.GetByLabel("Statement date").FillAsync($"{Portfolio.Second:yyyy-MM-dd}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Explain" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync(Portfolio.SomeAccount);
        (await visit.Page.Locator("details.act").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Statement_IsFound_WhenItsAccountHasMoreThanThePageLists()
    {
        var bench = await served.OverAsync(postgres);
        var client = await served.ClientAsync(postgres, "Auditor");
        var token = await PageClient.TokenAsync(client, "/explain");
        var oldest = await bench.ScalarAsync<string>($"select min(statement_date)::text from statements where account_id = '{Portfolio.SomeAccount}'");
        await bench.ExecuteAsync(
            $"""
            insert into statements
            select later.* from statements s cross join generate_series(1, 24) month, jsonb_populate_record(
                s, jsonb_build_object('statement_date', ('{Portfolio.Second:yyyy-MM-dd}'::date + month * interval '1 month')::date)) later
            where s.account_id = '{Portfolio.SomeAccount}' and s.statement_date = '{oldest}'
            """);
        try
        {
            using var found = await client.PostAsync(
                "/explain", new FormUrlEncodedContent([new("account", Portfolio.SomeAccount), new("date", oldest), new("__RequestVerificationToken", token)]));

            found.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
            found.Headers.Location!.OriginalString.ShouldBe($"/cycles/{oldest}/{Portfolio.SomeAccount}");
        }
        finally
        {
            // Others look at the same portfolio.
            (await bench.ExecuteAsync($"delete from statements where statement_date > '{Portfolio.Second:yyyy-MM-dd}'")).ShouldBe(24);
        }
    }

    [Fact]
    public async Task Trail_RefusesToBeChanged_EvenByTheDatabasesOwner()
    {
        var bench = await served.OverAsync(postgres);
        await using var visit = await served.VisitAsync(postgres, chromium.Browser, ["Auditor"]);

        foreach (var sql in (string[])["update trail set person = 'somebody'", "delete from trail", "truncate trail"])
        {
            (await Should.ThrowAsync<Npgsql.PostgresException>(bench.ExecuteAsync(sql))).MessageText.ShouldContain("only ever added");
        }

        await visit.OpenAsync("/trail");
        await Assertions.Expect(visit.Page.Locator("tbody")).ToContainTextAsync("sign-in");
    }
}
