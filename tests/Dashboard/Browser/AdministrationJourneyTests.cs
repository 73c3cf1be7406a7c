using Cycle.Tests.Shared;
using Microsoft.Playwright;

namespace Cycle.Dashboard.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class AdministrationJourneyTests(PostgresFixture postgres, ChromiumFixture chromium, ServedPortfolio served)
{
    [Fact]
    public async Task Administrator_GivesRolesAndRequiresFourEyes_WithReasons()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        await bench.AddAsync("mali", "Finance");
        await using var visit = await bench.VisitAsync(chromium.Browser, "root1", ["Administrator"]);

        var row = visit.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("mali") });
        await row.Locator("summary").First.ClickAsync();
        await row.GetByLabel("Auditor").CheckAsync();
        await row.GetByLabel("Reason").First.FillAsync("stands in for kanya");
        await row.GetByRole(AriaRole.Button, new() { Name = "Set roles" }).ClickAsync();
        (await visit.SaidAsync()).ShouldContain("mali is now");
        (await bench.ScalarAsync<string[]>("select array_agg(role order by role) from person_roles r join people p using (person_id) where p.name = 'mali'"))
            .ShouldBe(["Auditor", "Finance"]);

        await visit.OpenAsync("/settings");
        await visit.ActAsync("Require", "Require four eyes", "decided on Monday");
        (await bench.ScalarAsync<string>("select value from settings where name = 'release.four-eyes'")).ShouldBe("on");
        (await bench.ScalarAsync<string>("select string_agg(action || ': ' || reason, '; ' order by trail_id) from trail where person = 'root1' and action <> 'sign-in'"))
            .ShouldBe("person.roles: stands in for kanya; release.require: decided on Monday");
    }

    [Fact]
    public async Task Page_IsRefusedInWords_ToAWrongRole()
    {
        await using var visit = await served.VisitAsync(postgres, chromium.Browser, ["Finance"]);
        visit.Asked = 403;

        var response = await visit.OpenAsync("/verify");

        response!.Status.ShouldBe(403);
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("This is not yours to see");
        (await visit.Page.Locator("nav a[href='/verify']").CountAsync()).ShouldBe(0);
    }
}
