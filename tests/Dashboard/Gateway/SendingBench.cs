using System.Net;
using System.Net.Sockets;
using Cycle.Dashboard.Gateway;
using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Jobs.Messages;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Gateway;

/// <summary>A store with messages that wait, a sender to Kannel and the listener that takes its reports.</summary>
internal sealed class SendingBench : IAsyncDisposable
{
    // Ten in the morning in Bangkok.
    private static readonly DateTimeOffset Morning = new(2026, 8, 18, 3, 0, 0, TimeSpan.Zero);

    private ReportListener? _listener;

    private SendingBench(CycleBench cycle, Uri sendUrl)
    {
        Cycle = cycle;
        Settings = new(
            sendUrl, "CYCLE", new($"http://127.0.0.1:{FreePort()}/kannel/report"), 100, TimeSpan.FromSeconds(60),
            new(3, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10)), null, "", null);
    }

    public CycleBench Cycle { get; }

    public KannelSettings Settings { get; set; }

    public KannelCredentials Credentials { get; set; } = new(KannelBoxes.User, KannelBoxes.Password);

    public SkippingTime Time { get; set; } = new(Morning);

    public List<string> Said { get; } = [];

    public MessageDesk Desk => new(Cycle.Db);

    public static async Task<SendingBench> CreateAsync(PostgresFixture postgres, Uri sendUrl) => new(await CycleBench.CreateAsync(postgres), sendUrl);

    /// <summary>Queues a message as a night does.</summary>
    public async Task<long> QueueAsync(string mobile, string text) => (long)(await Cycle.ScalarAsync(
        $"""
        insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key, gateway)
        values ('2026-08-18', 'A1', 'SPEND_ALERT', '{mobile}', 'th', '{text}', gen_random_uuid()::text, 'kannel') returning message_id
        """))!;

    /// <summary>Takes the reports that Kannel brings from here on.</summary>
    public async Task ListenAsync()
    {
        _listener = await ReportListener.StartAsync(Settings.ReportUrl, Settings, new(Cycle.Db, Credentials), default);
        _listener.IsListening.ShouldBeTrue();
    }

    public Task<SendingTotals> DrainAsync() => DrainAsync(Time);

    /// <summary>Sends by another clock than the bench's own.</summary>
    public Task<SendingTotals> DrainAsync(TimeProvider time) =>
        new KannelSender(Cycle.Db, Settings, Credentials, time, Said.Add).DrainAsync(default);

    /// <summary>Waits, in real time, for the final reports of everything that was sent.</summary>
    public Task<ReportedTotals> ReportsAsync() =>
        new ReportWatch(Cycle.Db).WaitAsync(DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(3), TimeProvider.System, default);

    /// <summary>State and attempts of a message, then what happened to it.</summary>
    public async Task<string> StoryAsync(long message)
    {
        var head = await Cycle.ScalarAsync($"select state || ' ' || attempts from messages where message_id = {message}");
        return string.Join(" | ", (await Desk.EventsAsync(message, default)).Select(happened => $"{happened.Event} {happened.Detail}").Prepend((string)head!));
    }

    /// <summary>The story of a message once all of these are part of it: Kannel brings its reports in any order.</summary>
    public async Task<string> StoryWithAsync(long message, params string[] parts)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            var story = await StoryAsync(message);
            if (parts.All(part => story.Contains(part, StringComparison.Ordinal)) || patience.IsCancellationRequested)
            {
                return story;
            }

            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_listener is not null)
        {
            await _listener.DisposeAsync();
        }

        await Cycle.DisposeAsync();
    }

    /// <summary>A port nobody listens at now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
