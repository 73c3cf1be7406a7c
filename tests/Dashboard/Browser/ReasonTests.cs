using System.Net;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>What a person types as a reason, or into an address, and what pages then show.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReasonTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Number = "4539 1488 0343 6467";

    private static readonly string Cycle = $"/cycles/{Portfolio.Second:yyyy-MM-dd}";

    private WebBench _bench = null!;
    private HttpClient _client = null!;
    private string _token = "";

    [Fact]
    public async Task Reason_IsShownWithoutItsCardNumber_OnEveryPage()
    {
        await PostAsync($"{Cycle}/{Portfolio.SomeAccount}?handler=Hold", $"holder called about {Number}");
        await PostAsync("/schedule?handler=Pause", $"holder called about {Number}", ("job", "NIGHT"));
        await PostAsync("/runs/33?handler=Rerun", "hoping", ("account", Number));
        await _client.GetAsync($"/trail?handler=Csv&person={Uri.EscapeDataString(Number)}");

        foreach (var page in (string[])["/runs/33", Cycle, $"{Cycle}/{Portfolio.SomeAccount}", "/schedule", "/trail"])
        {
            var text = await _client.GetStringAsync(page);
            text.ShouldContain("XXXX XXXX XXXX 6467", Case.Sensitive, page);
            text.ShouldNotContain(Number, Case.Sensitive, page);
        }
    }

    [Fact]
    public async Task Reason_IsRefusedInWords_WhenItIsLongerThanIsKept()
    {
        await PostAsync("/schedule?handler=Pause", new string('x', 501), ("job", "NIGHT"));

        (await _client.GetStringAsync("/schedule")).ShouldContain("Nothing was done: the reason has 501 characters, expected at most 500.");
        (await _bench.ScalarAsync<long>("select count(*) from settings")).ShouldBe(0);
    }

    [Theory]
    [InlineData("Pause")]
    [InlineData("Continue")]
    [InlineData("RunNow")]
    public async Task Job_IsRefusedBeforeAnythingIsWritten_WhenTheScheduleLacksIt(string act)
    {
        await PostAsync($"/schedule?handler={act}", "a reason", ("job", "Message {0} is queued again."));

        (await _client.GetStringAsync("/schedule")).ShouldContain("Nothing was done: the schedule has no such job.");
        (await _bench.ScalarAsync<long>("select (select count(*) from settings) + (select count(*) from trail where action like 'schedule.%')")).ShouldBe(0);
    }

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task Trail_IsShown_WhateverBracesAreInIt(string language)
    {
        await _bench.ExecuteAsync(
            """
            insert into trail (person, action, subject, reason) select 'anan', 'trail.download', subject, '{0}'
            from unnest(array['Message {0} is queued again.', '{0} is not paused.', 'run {3}', '{', '{9} }{', 'account {x}']) subject
            """);
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await _client.GetAsync("/trail");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        var text = await page.Content.ReadAsStringAsync();
        text.ShouldContain($"<html lang=\"{language}\"");
        text.ShouldContain("Message {0} is queued again.");
    }

    public async Task InitializeAsync()
    {
        _bench = await WebBench.StartAsync(postgres);
        await _bench.AddAsync("mali", "Operations", "Finance", "Auditor");
        _client = await PageClient.SignInAsync(_bench, "mali");
        _token = await PageClient.TokenAsync(_client, "/schedule");
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _bench.DisposeAsync();
    }

    private async Task PostAsync(string path, string reason, params (string Name, string Value)[] more)
    {
        using var answer = await _client.PostAsync(path, new FormUrlEncodedContent(
            [new("reason", reason), new("__RequestVerificationToken", _token), .. more.Select(one => KeyValuePair.Create(one.Name, one.Value))]));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
