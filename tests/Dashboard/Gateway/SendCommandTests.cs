using System.Text.RegularExpressions;
using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Gateway;

/// <summary>A night's messages go out by <c>cycle send</c>, and <c>cycle messages</c> tells how they fared.</summary>
[Collection(PostgresCollection.Name)]
public sealed partial class SendCommandTests(PostgresFixture postgres, KannelBoxes kannel) : IClassFixture<KannelBoxes>
{
    /// <summary>Set to 1, the transcript in docs/kannel.md is written anew from what the test saw.</summary>
    private const string WritesDocs = "CYCLE_WRITE_DOCS";

    [Fact]
    public async Task Night_LeavesItsMessagesToKannel_AndSendBringsThemToThePhoneAndTheirReportsBack()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        var reports = new Uri($"http://127.0.0.1:{SendingBench.FreePort()}/kannel/report");
        bench.UseKannel(kannel.SendUrl, reports, KannelBoxes.User, KannelBoxes.Password);
        bench.With("accounts.csv", Rows.AccountHeader, Rows.Account("A1", language: "th", mobile: "0800000801"), Rows.Account("A2", mobile: "0800000802"))
            .With("cards.csv", Rows.CardHeader, Rows.Card("C1", "A1"), Rows.Card("C2", "A2"))
            .With(
                "postings-2026-08-10.csv", Rows.PostingHeader, Rows.Purchase("P1", "C1", "2026-08-10", "1500.00", "ร้านน้ำเต้าหู้"),
                Rows.Purchase("P2", "C2", "2026-08-10", "2500.00", "B2S"));

        var night = (await bench.NightAsync("2026-08-10")).ShouldEnd(0);
        night.Output.ShouldContain("2 messages wait for Kannel");
        Directory.Exists(Path.Combine(bench.Var, "out", "messages")).ShouldBeFalse();

        var sent = (await bench.RunAsync("send", "--report-wait", "180")).ShouldEnd(0);
        sent.Output.ShouldBe(
            """
            2 messages sent, 0 attempts put off, 0 dead letters, 0 handed over again after an interruption
            Reports so far: 2 delivered, 0 not delivered, 0 without a report

            """);
        (await kannel.TextsToAsync("0800000801")).ShouldBe(["บัตร x1148 ใช้ 1,500.00 ที่ ร้านน้ำเต้าหู้ 13:05 เหลือ 98,500.00 บ."]);
        (await kannel.TextsToAsync("0800000802")).ShouldBe(["Card x1148: THB 2,500.00 at B2S 13:05 - remaining credit THB 97,500.00"]);

        var list = (await bench.RunAsync("messages")).ShouldEnd(0);
        list.Output.ShouldStartWith("queued 0, sending 0, sent 0, delivered 2, undelivered 0, dead 0\n");
        list.Output.ShouldContain("SPEND_ALERT       xxxxxx0801    delivered     1  report with status 1");
        var story = (await bench.RunAsync("messages", "show", "1")).ShouldEnd(0);
        foreach (var said in (CommandResult[])[night, sent, list, story])
        {
            said.Everything.ShouldNotContain("0800000801");
            said.Everything.ShouldNotContain(KannelBoxes.Password);
        }

        if (Environment.GetEnvironmentVariable(WritesDocs) == "1")
        {
            await WriteAsync(night, sent, list, story);
        }
    }

    [Fact]
    public async Task Send_EndsWithRejects_WhenAMessageDied_AndResendIsRecorded()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        var dead = new Uri($"http://127.0.0.1:{SendingBench.FreePort()}/cgi-bin/sendsms");
        bench.UseKannel(dead, new($"http://127.0.0.1:{SendingBench.FreePort()}/r"), "cycle", "secret", ", \"attempts\": 2, \"firstRetrySeconds\": 1");
        await bench.ExecuteAsync(
            """
            insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key, gateway)
            values ('2026-08-18', 'A1', 'SPEND_ALERT', '0800000901', 'en', 'Hello', 'k', 'kannel')
            """);

        var sent = (await bench.RunAsync("send")).ShouldEnd(4);

        sent.Output.ShouldContain("message 1 to xxxxxx0901: attempt 1 of 2: no connection (ConnectionError); tried again in 1 s\n");
        sent.Output.ShouldContain("0 messages sent, 1 attempts put off, 1 dead letters, ");
        (await bench.RunAsync("messages", "--dead")).ShouldEnd(0).Output.ShouldContain("dead          2  no connection (ConnectionError)");
        (await bench.RunAsync("messages", "resend", "--reason", "x")).ShouldSayOnly(2, "resend: found neither a message nor --all-dead, expected one of them.");
        (await bench.RunAsync("messages", "resend", "7", "--reason", "x")).ShouldSayOnly(3, "There is no message 7. See `cycle messages`.");
        (await bench.RunAsync("messages", "show", "7")).ShouldSayOnly(3, "There is no message 7. See `cycle messages`.");
        (await bench.RunAsync("messages", "resend", "1", "--reason", "the cable is back")).ShouldEnd(0).Output.ShouldBe("1 message is queued again; `cycle send` sends them.\n");
        (await bench.ScalarAsync("select person || ' ' || action || ' ' || subject || ' ' || reason from trail")).ShouldBe($"command line ({Environment.UserName}) messages.resend message 1 the cable is back");
        (await bench.RunAsync("messages", "show", "1")).ShouldEnd(0).Output.ShouldContain($"RESENT         the cable is back  (command line ({Environment.UserName}))");
        (await bench.RunAsync("send", "--gateway", "file")).ShouldEnd(0).Output.ShouldStartWith("1 messages of 2026-08-18 are in ");
        File.ReadAllText(Path.Combine(bench.Var, "out", "messages", "2026-08-18.txt")).ShouldBe("0800000901\tSPEND_ALERT\tHello\n");
    }

    [Fact]
    public async Task Message_GoesOutOnce_WhenItIsResentAndTheOtherGatewayTakesIt()
    {
        using var gateway = new HoldingGateway { Answers = true };
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.UseKannel(gateway.SendUrl, new($"http://127.0.0.1:{SendingBench.FreePort()}/r"), "cycle", "secret");
        await bench.ExecuteAsync(
            """
            insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key, gateway, state, attempts, sent_at)
            values ('2026-08-18', 'A1', 'SPEND_ALERT', '0800000902', 'en', 'Hello', 'k', 'kannel', 'undelivered', 1, now())
            """);
        (await bench.RunAsync("messages", "resend", "1", "--reason", "the phone is on again")).ShouldEnd(0);
        (await bench.ScalarAsync("select state from messages where sent_at is null")).ShouldBe("queued");

        (await bench.RunAsync("send", "--gateway", "file")).ShouldEnd(0).Output.ShouldStartWith("1 messages of 2026-08-18 are in ");

        (await bench.ScalarAsync("select state from messages where sent_at is not null")).ShouldBe("sent");
        (await bench.RunAsync("send", "--gateway", "file")).ShouldEnd(0).Output.ShouldBe("No message waits.\n");
        (await bench.RunAsync("send", "--gateway", "kannel")).ShouldEnd(0).Output.ShouldStartWith("0 messages sent, ");
        gateway.Taken.ShouldBe(0);
    }

    [Fact]
    public async Task Send_SaysWhatIsMissing_WithoutSettingsOrPassword()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);

        (await bench.RunAsync("send", "--gateway", "kannel")).ShouldEnd(2).Errors.ShouldStartWith("--gateway kannel: found no kannel settings in ");
        (await bench.RunAsync("send")).ShouldEnd(0).Output.ShouldBe("No message waits.\n");
        bench.UseKannel(new("http://127.0.0.1:9/"), new("http://127.0.0.1:9/"), "cycle", "");
        (await bench.RunAsync("send")).ShouldEnd(2).Errors.ShouldStartWith("Kannel's user and password are not known: ");
    }

    [Fact]
    public async Task Serve_SendsWhatComesAndTakesItsReports_WithoutASignIn()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        var root = $"http://127.0.0.1:{SendingBench.FreePort()}";
        bench.UseKannel(kannel.SendUrl, new($"{root}/kannel/report"), KannelBoxes.User, KannelBoxes.Password);
        using var serve = bench.Start("serve", "--urls", root);
        (await serve.StandardOutput.ReadLineAsync()).ShouldBe($"Cycle listens on {root}. Stop it with Ctrl-C.");
        await bench.ExecuteAsync(
            """
            insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key, gateway)
            values ('2026-08-18', 'A1', 'SPEND_ALERT', '0800000951', 'en', 'Hello from the pages', 'k', 'kannel')
            """);

        for (var patience = 0; await bench.ScalarAsync("select state from messages") is not "delivered" && patience < 600; patience++)
        {
            await Task.Delay(200);
        }

        (await bench.ScalarAsync("select state from messages")).ShouldBe("delivered");
        (await kannel.TextsToAsync("0800000951")).ShouldBe(["Hello from the pages"]);
        serve.Kill();
        await serve.WaitForExitAsync();
    }

    /// <summary>What the test saw, without what differs between two runs.</summary>
    private async Task WriteAsync(CommandResult night, CommandResult sent, CommandResult list, CommandResult story)
    {
        var centre = string.Join('\n', kannel.Received.Where(message => message.To.StartsWith("08000008", StringComparison.Ordinal))
            .Select(message => $"to {message.To}: {message.Text}"));
        var seen = $"""
            $ cycle run NIGHT --date 2026-08-10
            {string.Join('\n', night.Output.Split('\n').Where(line => line.Contains("  alerts ", StringComparison.Ordinal) || line.Contains("  send ", StringComparison.Ordinal)))}
            $ cycle send
            {sent.Output}
            What the fake SMS centre received:
            {centre}

            $ cycle messages
            {list.Output}
            $ cycle messages show 1
            {story.Output.TrimEnd()}
            """;
        seen = Clock().Replace(seen, "2026-08-11 01:00:00Z");
        seen = Process().Replace(seen, "(server/process)");
        var file = Path.Combine(Checkout.Root, "docs", "kannel.md");
        var page = await File.ReadAllTextAsync(file);
        const string begin = "<!-- transcript -->\n```\n", end = "\n```\n<!-- end of transcript -->";
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
        await File.WriteAllTextAsync(file, page[..from] + seen + page[to..]);
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\([^()/\s]+/\d+/\w+\)")]
    private static partial Regex Process();
}
