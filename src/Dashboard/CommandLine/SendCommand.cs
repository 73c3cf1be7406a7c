using System.CommandLine;
using Cycle.Dashboard.Gateway;
using Cycle.Jobs.Messages;
using Cycle.Jobs.Releases;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle send</c>: hands what waits to the gateway.</summary>
internal static class SendCommand
{
    private const int UsualReportWait = 30;
    private const int MostReportWait = 86_400;

    public static Command Make()
    {
        var gateway = new Option<string?>("--gateway") { Description = "file or kannel (default: the one of settings/messages.json)." };
        gateway.AcceptOnlyFromAmong("file", "kannel");
        var listen = new Option<Uri?>("--listen")
        {
            Description = "Where to take delivery reports while this runs, such as http://127.0.0.1:8580 (default: where kannel.reportUrl points to).",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                {
                    return address;
                }

                result.AddError($"--listen: found '{text}', expected an address such as http://127.0.0.1:8580.");
                return null;
            },
        };
        var wait = Options.Number("--report-wait", "Seconds to wait for reports of what was sent.", UsualReportWait, 0, MostReportWait);
        var output = Options.Out();
        var database = Options.Database();
        var command = new Command("send", "Hands the messages that wait to the gateway; tries again after faults that pass, and takes delivery reports meanwhile.")
        {
            gateway, listen, wait, output, database,
        };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(async () =>
        {
            await using var nightly = await Nightly.LookAsync(parsed.GetValue(database), cancellationToken, parsed.GetValue(output));
            var named = parsed.GetValue(gateway);
            var kind = named ?? (nightly.Settings.Messages.Gateway == GatewayKind.File ? "file" : "kannel");
            if (named is not null && (named == "file" || nightly.Settings.Messages.Kannel is not null))
            {
                await new MessageDesk(nightly.Database).GiveToAsync(named == "file" ? GatewayKind.File : GatewayKind.Kannel, cancellationToken);
            }

            return kind == "file"
                ? await ToFileAsync(nightly, cancellationToken)
                : await ToKannelAsync(nightly, parsed.GetValue(listen), TimeSpan.FromSeconds(parsed.GetValue(wait)), cancellationToken);
        }));
        return command;
    }

    private static async Task<int> ToFileAsync(Nightly nightly, CancellationToken cancellationToken)
    {
        var files = new FileGateway(nightly.Database, nightly.Settings.Output);
        var dates = await files.WaitingAsync(cancellationToken);
        foreach (var date in dates)
        {
            Console.WriteLine($"{await files.HandOverAsync(date, cancellationToken)} messages of {date:yyyy-MM-dd} are in {nightly.Settings.Output}/messages");
        }

        if (dates.Count == 0)
        {
            Console.WriteLine("No message waits.");
        }

        return ExitCode.Done;
    }

    private static async Task<int> ToKannelAsync(Nightly nightly, Uri? listen, TimeSpan reportWait, CancellationToken cancellationToken)
    {
        var settings = nightly.Settings.Messages.Kannel
            ?? throw new UsageException($"--gateway kannel: found no kannel settings in {CycleHome.Settings}/messages.json. See docs/kannel.md.");
        var credentials = KannelCredentials.Read(settings);
        await using var listener = await ListenAsync(listen, settings, new KannelReports(nightly.Database, credentials), cancellationToken);
        var began = TimeProvider.System.GetUtcNow();
        var totals = await new KannelSender(nightly.Database, settings, credentials, TimeProvider.System, Console.WriteLine)
            .DrainAsync(cancellationToken);
        var reported = await new ReportWatch(nightly.Database).WaitAsync(began, totals.Sent > 0 ? reportWait : TimeSpan.Zero, TimeProvider.System, cancellationToken);
        Say(totals, reported, await new MessageDesk(nightly.Database).CountsAsync(cancellationToken));
        return totals.Dead == 0 ? ExitCode.Done : ExitCode.DoneWithRejects;
    }

    private static async Task<ReportListener?> ListenAsync(
        Uri? listen, KannelSettings settings, KannelReports reports, CancellationToken cancellationToken)
    {
        if (listen is null && !settings.ReportUrl.IsLoopback)
        {
            Console.WriteLine($"Delivery reports go to {settings.ReportUrl.GetLeftPart(UriPartial.Authority)}, which is not this command; --listen takes them here.");
            return null;
        }

        var listener = await ReportListener.StartAsync(listen ?? settings.ReportUrl, settings, reports, cancellationToken);
        if (!listener.IsListening)
        {
            Console.WriteLine($"Another process listens at {(listen ?? settings.ReportUrl).GetLeftPart(UriPartial.Authority)} and takes the delivery reports.");
        }

        return listener;
    }

    private static void Say(SendingTotals totals, ReportedTotals reported, IReadOnlyDictionary<string, long> counts)
    {
        Console.WriteLine(
            $"{totals.Sent} messages sent, {totals.PutOff} attempts put off, {totals.Dead} dead letters, {totals.InDoubt} handed over again after an interruption");
        Console.WriteLine($"Reports so far: {reported.Delivered} delivered, {reported.Undelivered} not delivered, {reported.Without} without a report");
        var waiting = counts.GetValueOrDefault(MessageStates.Queued) + counts.GetValueOrDefault(MessageStates.Sending);
        if (totals.QuietUntil is { } until)
        {
            Console.WriteLine($"Quiet hours: {waiting} messages wait until {until:yyyy-MM-dd HH:mm}, Asia/Bangkok.");
        }
    }
}
