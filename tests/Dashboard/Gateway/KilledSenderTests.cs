using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Jobs.Messages;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Gateway;

/// <summary>A sender that is killed between handing a message over and writing that down leaves it in doubt; nothing else is ever sent twice.</summary>
[Collection(PostgresCollection.Name)]
public sealed class KilledSenderTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Message_IsHandedOverAgainAndSaidToBeInDoubt_WhenNoReportCame()
    {
        using var gateway = new HoldingGateway();
        await using var bench = await SendingBench.CreateAsync(postgres, gateway.SendUrl);
        var message = await bench.QueueAsync("0800000001", "Hello");
        await KillWhileHandingOverAsync(bench, gateway);
        gateway.Answers = true;

        (await bench.DrainAsync()).ShouldBe(SendingTotals.Nothing with { Sent = 1, InDoubt = 1 });

        gateway.Taken.ShouldBe(2);
        var story = await bench.StoryAsync(message);
        story.ShouldStartWith("sent 2 | IN_DOUBT ");
        story.ShouldEndWith("it is handed over again and may arrive twice | ACCEPTED attempt 2: 0: Accepted for delivery");
    }

    [Fact]
    public async Task Message_IsNotHandedOverAgain_WhenItsReportCameMeanwhile()
    {
        using var gateway = new HoldingGateway();
        await using var bench = await SendingBench.CreateAsync(postgres, gateway.SendUrl);
        var message = await bench.QueueAsync("0800000001", "Hello");
        await KillWhileHandingOverAsync(bench, gateway);
        gateway.Answers = true;
        await new KannelReports(bench.Cycle.Db, bench.Credentials).KeepAsync(
            $"{message}", bench.Credentials.ReportKey(message), "8", "", bench.Time.Now, default);

        (await bench.DrainAsync()).ShouldBe(SendingTotals.Nothing);

        gateway.Taken.ShouldBe(1);
        (await bench.StoryAsync(message)).ShouldBe("sent 1 | AT_SMS_CENTRE report with status 8");
    }

    [Fact]
    public async Task Message_IsLeftToItsSender_WhileHisClaimHolds()
    {
        await using var bench = await SendingBench.CreateAsync(postgres, new("http://127.0.0.1:9/cgi-bin/sendsms"));
        await bench.QueueAsync("0800000001", "Hello");
        bench.Settings = bench.Settings with { Retries = new(1, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1)) };
        var hold = bench.Settings.Timeout + TimeSpan.FromSeconds(15);
        // All but three seconds of it are over.
        var claimed = (DateTime)(await bench.Cycle.ScalarAsync(
            $"""
            update messages set state = 'sending', attempts = 1, claimed_by = 'x', claimed_at = now() + interval '3 s' - interval '{hold.TotalSeconds} s'
            returning claimed_at
            """))!;

        // The database's clock cannot be set on, so this waits in real time.
        (await bench.DrainAsync(TimeProvider.System)).ShouldBe(SendingTotals.Nothing with { InDoubt = 1, Dead = 1 });

        bench.Said[0].ShouldContain("x ended while handing it over");
        // What happened is told by the sender's clock, looked at a moment before the database's.
        (await bench.Cycle.ScalarAsync("select at from message_events where event = 'IN_DOUBT'"))
            .ShouldBeOfType<DateTime>().ShouldBeGreaterThan(claimed + hold - TimeSpan.FromSeconds(1));
    }

    private static async Task KillWhileHandingOverAsync(SendingBench bench, HoldingGateway gateway)
    {
        bench.Cycle.UseKannel(gateway.SendUrl, bench.Settings.ReportUrl, KannelBoxes.User, KannelBoxes.Password);
        using var sender = bench.Cycle.Start("send");
        await gateway.FirstTaken.WaitAsync(TimeSpan.FromMinutes(3));
        sender.Kill();
        (await CycleBench.EndAsync(sender)).ExitCode.ShouldNotBe(0);
        (await bench.Cycle.ScalarAsync("select state || attempts from messages")).ShouldBe("sending1");

        // Its claim has passed by the clock of the database, which goes on by itself.
        await bench.Cycle.ExecuteAsync("update messages set claimed_at = claimed_at - interval '1 hour'");
    }
}
