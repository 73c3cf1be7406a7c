using Cycle.Tests.Shared;
using Microsoft.Playwright;

namespace Cycle.Dashboard.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class OperationsJourneyTests(PostgresFixture postgres, ChromiumFixture chromium, ServedPortfolio served)
{
    [Fact]
    public async Task Tonight_MovesByItself_WhileANightRuns()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        var gate = new NightGate(bench);
        await gate.CloseAsync();
        await using var visit = await bench.VisitAsync(chromium.Browser, "anan", ["Operations"]);
        var night = gate.BeginAsync();

        var drawing = visit.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Draw statements" });
        await Assertions.Expect(visit.Page.Locator(".big")).ToHaveTextAsync("Draw statements", new() { Timeout = 60_000 });
        (await drawing.GetAttributeAsync("value")).ShouldBe("0");

        await gate.LetThroughAsync(1);
        await Assertions.Expect(visit.Page.Locator("[data-live=partitions]")).ToContainTextAsync("1 of 3", new() { Timeout = 60_000 });
        var afterOne = await ValueAsync(drawing);
        afterOne.ShouldBeInRange(1, 999);

        await gate.LetThroughAsync(2);
        await Assertions.Expect(visit.Page.Locator("[data-live=partitions]")).ToContainTextAsync("2 of 3", new() { Timeout = 60_000 });
        (await ValueAsync(drawing)).ShouldBeInRange(afterOne + 1, 999);
        (await visit.Page.Locator(".cells i.c").CountAsync()).ShouldBe(2);

        await gate.OpenAsync();
        await night;
        await Assertions.Expect(visit.Page.Locator(".heading .state")).ToHaveTextAsync("completed", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task Night_StopsAndGoesOn_FromItsPage()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        var gate = new NightGate(bench);
        await gate.CloseAsync();
        await using var visit = await bench.VisitAsync(chromium.Browser, "anan", ["Operations"]);
        var night = gate.BeginAsync();
        await Assertions.Expect(visit.Page.Locator(".big")).ToHaveTextAsync("Draw statements", new() { Timeout = 60_000 });
        await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Run ") }).ClickAsync();

        await visit.ActAsync("Stop", "Stop this night", "the gateway is down");
        (await visit.SaidAsync()).ShouldContain("stops within one partition");
        await Should.ThrowAsync<OperationCanceledException>(night);
        await visit.Page.ReloadAsync();
        (await visit.Page.Locator(".heading .state").InnerTextAsync()).ShouldBe("stopped");

        await gate.OpenAsync();
        await visit.ActAsync("Resume", "Resume this night", "the gateway is back");
        (await visit.SaidAsync()).ShouldContain("goes on");
        await visit.OpenAsync("/");
        await Assertions.Expect(visit.Page.Locator(".heading .state")).ToHaveTextAsync("completed", new() { Timeout = 90_000 });

        (await bench.ScalarAsync<string>("select string_agg(person || ' ' || action || ': ' || reason, '; ' order by trail_id) from trail where action like 'run.%'"))
            .ShouldBe("anan run.stop: the gateway is down; anan run.resume: the gateway is back");
        (await bench.ScalarAsync<bool>(
            $"""
            select count(*) > 200 and count(*) = (select count(*) from rendered_statements where statement_date = '{Portfolio.Live:yyyy-MM-dd}')
            from statements where statement_date = '{Portfolio.Live:yyyy-MM-dd}'
            """)).ShouldBeTrue();
    }

    [Fact]
    public async Task Account_IsRunLaterFromTheRunsPage_WhenItWasSetAside()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        var account = await bench.ScalarAsync<string>($"select min(account_id) from statements where extract(day from statement_date) = {Portfolio.Live.Day}");
        var product = await bench.ScalarAsync<string>($"select product from accounts where account_id = '{account}'");
        await bench.ExecuteAsync($"update accounts set product = 'GONE' where account_id = '{account}'");
        await new NightGate(bench).BeginAsync(workers: 2);
        await using var visit = await bench.VisitAsync(chromium.Browser, "anan", ["Operations"]);

        await visit.OpenAsync($"/runs/{await bench.ScalarAsync<long>("select max(run_id) from runs")}");
        var row = visit.Page.GetByRole(AriaRole.Row, new() { NameRegex = new(account!) });
        await Assertions.Expect(row).ToContainTextAsync("defines no product 'GONE'");
        await visit.ActAsync("Rerun", "Rerun this account", "hoping", row);
        await Assertions.Expect(visit.Page.Locator("p.refused")).ToContainTextAsync("failed again");

        await bench.ExecuteAsync($"update accounts set product = '{product}' where account_id = '{account}'");
        await visit.ActAsync("Rerun", "Rerun this account", "product put right", row);

        (await visit.SaidAsync()).ShouldContain($"Account {account} was run for 1 nights");
        await Assertions.Expect(row).ToContainTextAsync("product put right");
        (await bench.ScalarAsync<bool>(
            $"select count(*) = 1 from rendered_statements where account_id = '{account}' and statement_date = '{Portfolio.Live:yyyy-MM-dd}'")).ShouldBeTrue();
        (await bench.ScalarAsync<string>("select string_agg(person || ': ' || reason, '; ' order by trail_id) from trail where action = 'account.rerun'"))
            .ShouldBe("anan: product put right");
    }

    [Fact]
    public async Task Files_LeadToRejectedRows_WithLineAndDetail()
    {
        await using var visit = await served.VisitAsync(postgres, chromium.Browser, ["Operations"]);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Files", Exact = true }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("postings-2026-09-17.csv") }).GetByRole(AriaRole.Link).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("UNKNOWN_CARD");
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("BAD_AMOUNT");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Download as CSV" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("rejects-postings-2026-09-17.csv");
        (await File.ReadAllTextAsync(await download.PathAsync())).ShouldContain(",'=X3,UNKNOWN_CARD,");
        await visit.OpenAsync("/files/refused");
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("cards-2026-09-10.csv");
    }

    [Fact]
    public async Task TwoRuns_StandSideBySide_WhenTicked()
    {
        var bench = await served.OverAsync(postgres);
        await using var visit = await served.VisitAsync(postgres, chromium.Browser, ["Operations"]);

        await visit.OpenAsync("/runs");
        await visit.Page.GetByLabel("Compare 2026-09-18").CheckAsync();
        await visit.Page.GetByLabel("Compare 2026-09-17").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare two" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("statements.count") })).ToContainTextAsync($"{await bench.ScalarAsync<long>("select count(*) from statements where statement_date = '2026-09-18'")}");
    }

    private static async Task<int> ValueAsync(ILocator bar) => await bar.EvaluateAsync<int>("bar => bar.value");
}
