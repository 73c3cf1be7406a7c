using Cycle.Jobs.Messages;
using Cycle.Jobs.Runs;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Gateway;

/// <summary>Messages go through a real Kannel to its fake SMS centre, and its reports come back.</summary>
[Collection(PostgresCollection.Name)]
public sealed class KannelTests(PostgresFixture postgres, KannelBoxes kannel) : IClassFixture<KannelBoxes>
{
    private const string Thai = "บัตร x1148 ใช้ 1,500.00 ที่ ร้านน้ำเต้าหู้ 13:05 เหลือ 98,500.00 บ.";

    [Theory]
    [InlineData("0800000101", Thai)]
    [InlineData("0800000102", "Card x1148: THB 1,500.00 at [B2S] {50%} + ~A&B=C #1 13:05 - remaining credit THB 98,500.00 @_£")]
    [InlineData("0800000103", "x1148 THB 1,500.00 ร้านกาแฟ 😀 13:05 left 98,500.00")]
    public async Task Message_ArrivesWithItsExactText_AndItsReportsAreKept(string mobile, string text)
    {
        await using var bench = await SendingBench.CreateAsync(postgres, kannel.SendUrl);
        await bench.ListenAsync();
        var message = await bench.QueueAsync(mobile, text);

        var totals = await bench.DrainAsync();

        totals.ShouldBe(SendingTotals.Nothing with { Sent = 1 });
        (await bench.ReportsAsync()).ShouldBe(new(1, 0, 0));
        (await kannel.TextsToAsync(mobile)).ShouldBe([text]);
        const string atCentre = "AT_SMS_CENTRE report with status 8: ACK/";
        var story = await bench.StoryWithAsync(message, atCentre);
        story.ShouldStartWith("delivered 1 | ");
        story.ShouldContain("ACCEPTED attempt 1: 0: Accepted for delivery");
        story.ShouldContain(atCentre);
        story.ShouldContain("DELIVERED report with status 1");
        bench.Said.ShouldBeEmpty();
        (await bench.DrainAsync()).ShouldBe(SendingTotals.Nothing);
    }

    [Fact]
    public async Task Message_BecomesADeadLetter_WhenKannelIsDown_AndArrivesOnceResent()
    {
        await using var bench = await SendingBench.CreateAsync(postgres, new($"http://127.0.0.1:{SendingBench.FreePort()}/cgi-bin/sendsms"));
        await bench.ListenAsync();
        var message = await bench.QueueAsync("0800000201", "Card x1148: text alerts are now on.");

        (await bench.DrainAsync()).ShouldBe(SendingTotals.Nothing with { PutOff = 2, Dead = 1 });

        bench.Time.Waited.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5 + 10));
        (await bench.StoryAsync(message)).ShouldBe(
            "dead 3 | PUT_OFF attempt 1: no connection (ConnectionError) | PUT_OFF attempt 2: no connection (ConnectionError) | GIVEN_UP attempt 3: no connection (ConnectionError)");
        bench.Said[0].ShouldBe($"message {message} to xxxxxx0201: attempt 1 of 3: no connection (ConnectionError); tried again in 5 s");
        bench.Said[2].ShouldEndWith("a dead letter now, see `cycle messages --dead`");
        (await bench.DrainAsync()).ShouldBe(SendingTotals.Nothing);

        bench.Settings = bench.Settings with { SendUrl = kannel.SendUrl };
        (await bench.Desk.ResendAllDeadAsync("Kannel is back", "somebody", bench.Time.Now, default)).ShouldBe(1);
        (await bench.DrainAsync()).ShouldBe(SendingTotals.Nothing with { Sent = 1 });
        (await bench.ReportsAsync()).ShouldBe(new(1, 0, 0));
        (await kannel.TextsToAsync("0800000201")).ShouldBe(["Card x1148: text alerts are now on."]);
        var story = await bench.StoryAsync(message);
        story.ShouldContain("RESENT Kannel is back | ");
        story.ShouldContain("ACCEPTED attempt 1: ");
        (await Should.ThrowAsync<RefusedException>(bench.Desk.ResendAsync(message, "again", "somebody", bench.Time.Now, default))).Message.ShouldBe(
            $"Message {message} is delivered; only dead letters and messages that were not delivered are resent. Nothing was done.");
    }

    [Fact]
    public async Task Messages_AreKeptApart_AsTheThrottleSays()
    {
        await using var bench = await SendingBench.CreateAsync(postgres, kannel.SendUrl);
        bench.Settings = bench.Settings with { MessagesPerSecond = 2 };
        for (var number = 1; number <= 5; number++)
        {
            await bench.QueueAsync("0800000301", $"Number {number}");
        }

        (await bench.DrainAsync()).Sent.ShouldBe(5);

        // Four gaps of half a second between the five, and one before it is seen that no more wait.
        bench.Time.Waited.ShouldBe(TimeSpan.FromSeconds(2.5));
        (await bench.Cycle.ScalarAsync("select array_to_string(array_agg(extract(epoch from sent_at - '2026-08-18T03:00:00Z')::numeric(4,1) order by message_id), ' ') from messages"))
            .ShouldBe("0.0 0.5 1.0 1.5 2.0");
    }

    [Fact]
    public async Task Messages_WaitUntilTheMorning_InQuietHours()
    {
        await using var bench = await SendingBench.CreateAsync(postgres, kannel.SendUrl);
        bench.Settings = bench.Settings with { QuietHours = new(new(21, 0), new(8, 0)) };
        bench.Time = new(new(2026, 8, 18, 16, 30, 0, TimeSpan.Zero));
        await bench.QueueAsync("0800000401", "Good morning");

        (await bench.DrainAsync()).ShouldBe(SendingTotals.Nothing with { QuietUntil = new(2026, 8, 19, 1, 0, 0, TimeSpan.Zero) });
        (await bench.Cycle.ScalarAsync("select state || attempts from messages")).ShouldBe("queued0");

        bench.Time = new(new(2026, 8, 19, 1, 0, 0, TimeSpan.Zero));
        (await bench.DrainAsync()).ShouldBe(SendingTotals.Nothing with { Sent = 1 });
    }

    [Fact]
    public async Task Message_IsADeadLetterAtOnce_WhenKannelRefusesIt_AndTheNextOneGoesOut()
    {
        await using var bench = await SendingBench.CreateAsync(postgres, kannel.SendUrl);
        var refused = await bench.QueueAsync("not a number", "Nobody reads this");
        var good = await bench.QueueAsync("0800000501", "Somebody reads this");

        (await bench.DrainAsync()).ShouldBe(SendingTotals.Nothing with { Sent = 1, Dead = 1 });

        (await bench.StoryAsync(refused)).ShouldStartWith("dead 1 | GIVEN_UP attempt 1: 400 ");
        (await bench.StoryAsync(good)).ShouldContain("ACCEPTED");
    }

    [Fact]
    public async Task Sender_StopsAndNoMessageIsBlamed_WhenThePasswordIsWrong()
    {
        await using var bench = await SendingBench.CreateAsync(postgres, kannel.SendUrl);
        bench.Credentials = new(KannelBoxes.User, "wrong-and-secret");
        await bench.QueueAsync("0800000601", "Later");

        var fault = await Should.ThrowAsync<GatewayException>(bench.DrainAsync());

        fault.Message.ShouldContain("403 Authorization failed for sendsms");
        fault.ToString().ShouldNotContain("wrong-and-secret");
        (await bench.Cycle.ScalarAsync("select state || attempts from messages")).ShouldBe("queued0");
    }

    [Fact]
    public async Task CountryCode_ReplacesTheLeadingZero_WhereItIsSet()
    {
        await using var bench = await SendingBench.CreateAsync(postgres, kannel.SendUrl);
        bench.Settings = bench.Settings with { CountryCode = "+66" };
        await bench.ListenAsync();
        await bench.QueueAsync("0800000701", "Abroad");

        await bench.DrainAsync();

        (await bench.ReportsAsync()).Delivered.ShouldBe(1);
        (await kannel.TextsToAsync("+66800000701")).ShouldBe(["Abroad"]);
    }
}
