using System.Text.Json;
using System.Text.RegularExpressions;
using Cycle.Jobs.Messages;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>What waits is what is still to be handed over, by whichever gateway.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class WaitingMessagesTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Waiting_IsWhatIsQueuedOrBeingHandedOver_AndNoDeadLetter()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        await QueueAsync(bench, 5);
        await bench.ExecuteAsync(
            """
            update messages set state = 'dead', attempts = 8 where idempotency_key = 'test 2';
            update messages set state = 'sending', attempts = 1 where idempotency_key = 'test 3';
            update messages set state = 'undelivered', attempts = 1, sent_at = now() where idempotency_key in ('test 4', 'test 5');
            """);
        var resent = await bench.ScalarAsync<long>("select message_id from messages where idempotency_key = 'test 5'");
        await new MessageDesk(bench.Db).ResendAsync(resent, "the phone is on again", "anan", DateTimeOffset.UnixEpoch, default);
        using var client = await SignInAsync(bench);

        (await NumbersAsync(client, "/messages?show=waiting")).ShouldBe([5, 3, 1]);

        using var health = JsonDocument.Parse(await client.GetStringAsync("/api/v1/health"));
        health.RootElement.GetProperty("messagesWaiting").GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task Waiting_IsInTheOrderOfQueuing_WhenBothGatewaysHaveMoreThanAPage()
    {
        await using var bench = await WebBench.StartAsync(postgres);
        await QueueAsync(bench, 120);
        using var client = await SignInAsync(bench);

        var (first, rest) = (Enumerable.Range(71, 50).Reverse(), Enumerable.Range(21, 50).Reverse());
        (await NumbersAsync(client, "/messages?show=waiting")).ShouldBe(first);
        var before = await bench.ScalarAsync<long>("select message_id from messages where idempotency_key = 'test 71'");
        (await NumbersAsync(client, $"/messages?show=waiting&before={before}")).ShouldBe(rest);
    }

    /// <summary>Messages 1, 2, ... of both gateways in turns.</summary>
    private static async Task QueueAsync(WebBench bench, int count) => await bench.ExecuteAsync(
        $"""
        insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key, gateway)
        select '2026-09-18', 'A00006', 'SPEND_ALERT', '0800000006', 'en', 'Waiting number ' || n || '.', 'test ' || n,
               case when n % 2 = 0 then 'kannel' else 'file' end
        from generate_series(1, {count}) n order by n
        """);

    private static async Task<HttpClient> SignInAsync(WebBench bench)
    {
        await bench.AddAsync("anan", "Operations");
        return await PageClient.SignInAsync(bench, "anan");
    }

    private static async Task<IEnumerable<int>> NumbersAsync(HttpClient client, string page) =>
        Number().Matches(await client.GetStringAsync(page)).Select(match => int.Parse(match.Groups[1].ValueSpan));

    [GeneratedRegex("Waiting number ([0-9]+)")]
    private static partial Regex Number();
}
