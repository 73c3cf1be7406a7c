using Cycle.Dashboard.Tests.Browser;
using Cycle.Tests.Shared;
using Microsoft.Playwright;

namespace Cycle.Dashboard.Hangfire.Tests;

/// <summary>Hangfire's dashboard in a real browser: who may see and do what, a night's progress, and stopping it from there.</summary>
[Collection(HangfireCollection.Name)]
public sealed class DashboardTests(PostgresFixture postgres, ChromiumFixture chromium)
{
    [Theory]
    [InlineData("Operations", true)]
    [InlineData("Administrator", true)]
    [InlineData("Finance", false)]
    [InlineData("Auditor", false)]
    public async Task Person_SeesHangfire_AndActsThereByRole(string role, bool mayAct)
    {
        await using var bench = await WebBench.StartAsync(postgres, scheduler: new HangfireScheduler());
        await using var visit = await bench.VisitAsync(chromium.Browser, "kanda", [role]);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Hangfire" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("Night of 2026-09-18");
        await visit.OpenAsync("/hangfire/recurring");
        await Assertions.Expect(visit.Page.Locator("table")).ToContainTextAsync("Asia/Bangkok");
        (await visit.Page.Locator("button[data-url$='/recurring/trigger']").CountAsync()).ShouldBe(mayAct ? 1 : 0);

        (await TriggerAsync(bench, visit)).ShouldBe(mayAct ? 204 : 401);
        (await TriggerAsync(bench, visit, hasToken: false)).ShouldBeInRange(400, 403, "a form of another site");
    }

    [Fact]
    public async Task Nobody_SeesHangfire_WithoutSigningInOrWithoutARole()
    {
        await using var bench = await WebBench.StartAsync(postgres, scheduler: new HangfireScheduler());
        await using (var stranger = await Visit.BeginAsync(chromium.Browser, bench.Url))
        {
            await stranger.OpenAsync("/hangfire/jobs/processing");
            new Uri(stranger.Page.Url).PathAndQuery.ShouldBe("/sign-in?back=%2Fhangfire%2Fjobs%2Fprocessing");
        }

        await bench.AddAsync("kanda");
        await using var visit = await Visit.BeginAsync(chromium.Browser, bench.Url);
        visit.Asked = 403;
        await visit.SignInAsync("kanda", WebBench.Password);
        (await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Hangfire" }).CountAsync()).ShouldBe(0);
        await visit.OpenAsync("/hangfire");
        new Uri(visit.Page.Url).AbsolutePath.ShouldBe("/not-yours");
    }

    [Fact]
    public async Task Policy_AllowsStylesInPlaceBelowHangfireAlone_AndNoScripts()
    {
        await using var bench = await WebBench.StartAsync(postgres, scheduler: new HangfireScheduler());
        await using var visit = await bench.VisitAsync(chromium.Browser, "anan", ["Operations"]);

        var ours = await PolicyAsync(visit, "/runs");
        var theirs = await PolicyAsync(visit, "/hangfire/recurring");

        ours.ShouldNotContain("unsafe");
        theirs.ShouldContain("script-src 'self';");
        theirs.Replace(" 'unsafe-inline'", "", StringComparison.Ordinal).ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Page_TellsNothingOfItsDatabase_InItsFooter()
    {
        await using var bench = await WebBench.StartAsync(postgres, scheduler: new HangfireScheduler());
        await using var visit = await bench.VisitAsync(chromium.Browser, "anan", ["Operations"]);
        var address = new Npgsql.NpgsqlConnectionStringBuilder(bench.Db.ConnectionString);

        await visit.OpenAsync("/hangfire/recurring");

        var page = await visit.Page.ContentAsync();
        page.ShouldContain("Hangfire");
        page.ShouldNotContain(address.Database!);
        page.ShouldNotContain(address.Host!);
    }

    [Fact]
    public async Task Night_ShowsItsProgress_StopsWhenItsJobIsDeleted_AndGoesOnWhenItIsSentToItsQueueAgain()
    {
        await using var bench = await WebBench.StartAsync(postgres, scheduler: new HangfireScheduler());
        var gate = new NightGate(bench);
        await gate.CloseAsync();
        await using var visit = await bench.VisitAsync(chromium.Browser, "anan", ["Operations"]);
        visit.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        var run = await Planned.NightsAsync(bench.Db, Portfolio.Live);

        await Assertions.Expect(visit.Page.Locator(".big")).ToHaveTextAsync("Draw statements", new() { Timeout = 120_000 });
        await visit.OpenAsync($"/runs/{run}");
        await visit.Page.Locator("dl.facts").GetByRole(AriaRole.Link, new() { Name = "Hangfire" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".cycle-night")).ToContainTextAsync("Draw statements");
        var drawing = visit.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Draw statements" });
        (await drawing.GetAttributeAsync("value")).ShouldBe("0");
        await gate.LetThroughAsync(1);
        await Assertions.Expect(visit.Page.Locator(".cycle-night")).ToContainTextAsync("1 of 3 partitions", new() { Timeout = 60_000 });
        int.Parse((await drawing.GetAttributeAsync("value"))!).ShouldBeInRange(1, 999);

        await visit.Page.Locator("button[data-ajax*='/actions/delete/']").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".cycle-night .label").First).ToHaveTextAsync("stopped", new() { Timeout = 60_000 });
        (await bench.ScalarAsync<string>($"select state from runs where run_id = {run}")).ShouldBe("stopped");

        await gate.LetThroughAsync(1_000_000);
        await visit.Page.ReloadAsync();
        await visit.Page.Locator("button[data-ajax*='/actions/requeue/']").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".cycle-night .label").First).ToHaveTextAsync("completed", new() { Timeout = 120_000 });

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = $"Run {run}" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".heading .state")).ToHaveTextAsync("completed");
        (await bench.ScalarAsync<string>("select string_agg(person || ' ' || action, '; ' order by trail_id) from trail where action like 'run.%'"))
            .ShouldBe("anan run.stop; anan run.resume");
        (await bench.ScalarAsync<bool>(
            $"""
            select count(*) > 200 and count(*) = (select count(*) from rendered_statements where statement_date = '{Portfolio.Live:yyyy-MM-dd}')
            from statements where statement_date = '{Portfolio.Live:yyyy-MM-dd}'
            """)).ShouldBeTrue();
    }

    private static async Task<string> PolicyAsync(Visit visit, string path) => (await visit.OpenAsync(path))!.Headers["content-security-policy"];

    /// <summary>Posts what the button posts, with or without the token of the page.</summary>
    private static async Task<int> TriggerAsync(WebBench bench, Visit visit, bool hasToken = true)
    {
        var form = visit.Page.APIRequest.CreateFormData();
        form.Set("jobs[]", "NIGHT");
        var headers = new Dictionary<string, string>();
        if (hasToken)
        {
            headers.Add(await MetaAsync("csrf-header"), await MetaAsync("csrf-token"));
        }

        var answer = await visit.Page.APIRequest.PostAsync($"{bench.Url}/hangfire/recurring/trigger", new() { Form = form, Headers = headers, MaxRedirects = 0 });
        return answer.Status;

        async Task<string> MetaAsync(string name) => (await visit.Page.Locator($"meta[name={name}]").GetAttributeAsync("content"))!;
    }
}
