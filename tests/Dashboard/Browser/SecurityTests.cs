using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cycle.Tests.Shared;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>What the host promises beneath the pages, asked for without a browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class SecurityTests(PostgresFixture postgres, ServedPortfolio served)
{
    private const string Key = "a key that is long enough for tests";

    static SecurityTests() => Environment.SetEnvironmentVariable("CYCLE_API_KEY", Key);

    [Fact]
    public async Task Answer_CarriesItsRules_Always()
    {
        var bench = await served.OverAsync(postgres);
        using var client = PageClient.Of(bench);

        var answer = await client.GetAsync("/sign-in");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.Contains("Server").ShouldBeFalse();
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldNotContain("style=");
        Scripts().Matches(page).ShouldAllBe(script => script.Value.Contains("src="));
    }

    [Fact]
    public async Task Session_Ends_After15MinutesWithoutAClick()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        await bench.AddAsync("anan", "Operations");
        using var client = PageClient.Of(bench);
        var cookie = (await PageClient.SignInAsync(client, "anan", WebBench.Password)).Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("cycle=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldNotContain("expires", Case.Insensitive);

        // Clicks every ten minutes keep it, what the page asks by itself does not.
        bench.Clock.Move(TimeSpan.FromMinutes(10));
        (await client.GetAsync("/runs")).StatusCode.ShouldBe(HttpStatusCode.OK);
        bench.Clock.Move(TimeSpan.FromMinutes(10));
        (await client.SendAsync(Background("/runs"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        bench.Clock.Move(TimeSpan.FromMinutes(6));
        (await client.SendAsync(Background("/runs"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.GetAsync("/runs")).Headers.Location!.OriginalString.ShouldContain("/sign-in?back=%2Fruns");
    }

    [Fact]
    public async Task Name_IsLocked_AfterFiveWrongPasswords()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        await bench.AddAsync("anan", "Operations");
        using var client = PageClient.Of(bench);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await PageClient.SignInAsync(client, "anan", "not the password")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await PageClient.SignInAsync(client, "anan", WebBench.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        bench.Clock.Move(TimeSpan.FromMinutes(16));
        await bench.ExecuteAsync("update people set locked_until = locked_until - interval '16 minutes'");
        (await PageClient.SignInAsync(client, "anan", WebBench.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task SignIn_SaysTheSame_ForAWrongNameAndAWrongPassword()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        await bench.AddAsync("anan", "Operations");
        using var client = PageClient.Of(bench);

        var name = await (await PageClient.SignInAsync(client, "nobody", "x")).Content.ReadAsStringAsync();
        var password = await (await PageClient.SignInAsync(client, "anan", "x")).Content.ReadAsStringAsync();

        Refusal().Match(name).Value.ShouldBe(Refusal().Match(password).Value);
        Refusal().IsMatch(name).ShouldBeTrue();
    }

    [Fact]
    public async Task SignIn_IsRefused_AfterTwentyAttemptsInAMinute()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        using var client = PageClient.Of(bench);
        var form = await PageClient.FormAsync(client, "/sign-in");
        var last = HttpStatusCode.OK;
        for (var attempt = 0; attempt < 21; attempt++)
        {
            last = (await client.PostAsync("/sign-in", form("nobody", "x"))).StatusCode;
        }

        last.ShouldBe(HttpStatusCode.TooManyRequests);
        (await client.GetAsync("/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        var bench = await served.OverAsync(postgres);
        await bench.AddAsync("root1", "Administrator");
        using var client = PageClient.Of(bench);
        await PageClient.SignInAsync(client, "root1", WebBench.Password);

        var answer = await client.PostAsync("/settings?handler=Require", new FormUrlEncodedContent([new("reason", "a reason")]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await bench.ScalarAsync<long>("select count(*) from settings")).ShouldBe(0);
    }

    [Fact]
    public async Task Api_ListsByKey_ForATokensRoles()
    {
        var bench = await served.OverAsync(postgres);
        using var client = PageClient.Of(bench);
        (await client.GetAsync("/api/v1/runs")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Issue("Finance", Key));

        var first = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/statements?date={Portfolio.Second:yyyy-MM-dd}")).RootElement;
        first.GetProperty("items").GetArrayLength().ShouldBe(100);
        var next = first.GetProperty("next").GetString();
        var second = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/statements?date={Portfolio.Second:yyyy-MM-dd}&after={next}")).RootElement;
        string.CompareOrdinal(second.GetProperty("items")[0].GetProperty("accountId").GetString(), next).ShouldBePositive();
        second.GetProperty("items")[0].GetProperty("newBalance").ValueKind.ShouldBe(JsonValueKind.String);
        (await client.GetAsync("/api/v1/runs/33")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetStringAsync("/api/v1/openapi.json")).ShouldContain("/api/v1/statements");

        client.DefaultRequestHeaders.Authorization = new("Bearer", Issue("Operations", Key));
        (await client.GetAsync($"/api/v1/statements?date={Portfolio.Second:yyyy-MM-dd}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Issue("Finance", "another key that is long enough for it"));
        (await client.GetAsync("/api/v1/runs")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static HttpRequestMessage Background(string path) => new(HttpMethod.Get, path) { Headers = { { "X-Background", "1" } } };

    private static string Issue(string role, string key) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "cycle",
        Audience = "cycle-api",
        Expires = DateTime.UtcNow.AddMinutes(5),
        Claims = new Dictionary<string, object> { ["sub"] = "a program", ["role"] = role },
        SigningCredentials = new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)), SecurityAlgorithms.HmacSha256),
    });

    [GeneratedRegex("<p class=\"refused\"[^<]*")]
    private static partial Regex Refusal();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Scripts();
}
