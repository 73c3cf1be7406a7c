using System.Net;
using Cycle.Jobs.Messages;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Gateway;

/// <summary>Delivery reports come late, twice, in any order, and sometimes from strangers.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ReportTests(PostgresFixture postgres)
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/cgi-bin/sendsms");

    [Theory]
    [InlineData("sent", new[] { 8, 1 }, "delivered")]
    [InlineData("sent", new[] { 1, 8 }, "delivered")]
    [InlineData("sent", new[] { 1, 2 }, "delivered")]
    [InlineData("sent", new[] { 2 }, "undelivered")]
    [InlineData("sent", new[] { 2, 1 }, "delivered")]
    [InlineData("sent", new[] { 16 }, "undelivered")]
    [InlineData("sent", new[] { 34 }, "undelivered")]
    [InlineData("sent", new[] { 4 }, "sent")]
    [InlineData("sending", new[] { 8 }, "sent")]
    [InlineData("sending", new[] { 1 }, "delivered")]
    [InlineData("dead", new[] { 8 }, "sent")]
    public async Task State_FollowsTheReports_WhateverTheirOrder(string before, int[] statuses, string after)
    {
        await using var bench = await SendingBench.CreateAsync(postgres, Nowhere);
        var message = await bench.QueueAsync("0800000001", "Hello");
        await bench.Cycle.ExecuteAsync($"update messages set state = '{before}', attempts = 1, claimed_at = now(), claimed_by = 'x'");
        var reports = new KannelReports(bench.Cycle.Db, bench.Credentials);

        foreach (var status in (int[])[.. statuses, .. statuses])
        {
            (await reports.KeepAsync($"{message}", bench.Credentials.ReportKey(message), $"{status}", "", bench.Time.Now, default)).ShouldBe(ReportOutcome.Kept);
        }

        (await bench.Cycle.ScalarAsync("select state from messages")).ShouldBe(after);
        (await bench.Desk.EventsAsync(message, default)).Count.ShouldBe(statuses.Length);
    }

    [Fact]
    public async Task LateReport_DoesNotTouchAMessage_ThatWasResentAndNotHandedOverSince()
    {
        await using var bench = await SendingBench.CreateAsync(postgres, Nowhere);
        var message = await bench.QueueAsync("0800000001", "Hello");
        await bench.Cycle.ExecuteAsync("update messages set state = 'undelivered', attempts = 1");
        await bench.Desk.ResendAsync(message, "the phone is on again", "somebody", bench.Time.Now, default);

        await new KannelReports(bench.Cycle.Db, bench.Credentials).KeepAsync(
            $"{message}", bench.Credentials.ReportKey(message), "2", "", bench.Time.Now, default);

        (await bench.Cycle.ScalarAsync("select state from messages")).ShouldBe("queued");
    }

    [Fact]
    public async Task Endpoint_AnswersStrangersWithAnError_AndChangesNothing()
    {
        await using var bench = await SendingBench.CreateAsync(postgres, Nowhere);
        var message = await bench.QueueAsync("0800000001", "Hello");
        await bench.Cycle.ExecuteAsync("update messages set state = 'sent', attempts = 1");
        await bench.ListenAsync();
        var key = bench.Credentials.ReportKey(message);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        async Task<HttpStatusCode> Get(string query) => (await http.GetAsync($"{bench.Settings.ReportUrl}?{query}")).StatusCode;

        (await Get($"message={message}&key={new string('0', 32)}&status=1&reply=")).ShouldBe(HttpStatusCode.Forbidden);
        (await Get($"message={message}&status=1")).ShouldBe(HttpStatusCode.Forbidden);
        (await Get($"message=x&key={key}&status=1")).ShouldBe(HttpStatusCode.BadRequest);
        (await Get($"message={message}&key={key}&status=%25d")).ShouldBe(HttpStatusCode.BadRequest);
        (await Get($"message=999&key={bench.Credentials.ReportKey(999)}&status=1")).ShouldBe(HttpStatusCode.NotFound);
        (await bench.StoryAsync(message)).ShouldBe("sent 1");
        (await Get($"message={message}&key={key}&status=1&reply=a%0Ab%204111111111111111")).ShouldBe(HttpStatusCode.OK);
        (await bench.StoryAsync(message)).ShouldBe("delivered 1 | DELIVERED report with status 1: a b XXXXXXXXXXXX1111");
    }
}
