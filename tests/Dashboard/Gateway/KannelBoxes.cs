using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Cycle.Dashboard.Tests.Gateway;

/// <summary>
/// A real Kannel (bearerbox and smsbox) and its fake SMS centre, on free ports of the loopback, with a folder of their own; ended and
/// removed with the tests.
/// </summary>
public sealed partial class KannelBoxes : IAsyncLifetime
{
    public const string User = "cycle";
    public const string Password = "kannel-password-of-tests";
    private const string FakeCentre = "/usr/lib/kannel/test/fakesmsc";

    // Should the test process be killed, they end by themselves.
    private const string LongestLife = "1800";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("cycle-kannel-").FullName;
    private readonly List<Process> _processes = [];
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ConcurrentQueue<(string To, string Text)> _received = new();

    /// <summary>Where messages are handed over.</summary>
    public Uri SendUrl { get; private set; } = null!;

    /// <summary>What arrived at the SMS centre, in order: the receiver and the text, decoded.</summary>
    public IReadOnlyCollection<(string To, string Text)> Received => _received;

    /// <summary>What arrived for one receiver, as soon as something did: a report may be quicker than what the SMS centre prints.</summary>
    public async Task<List<string>> TextsToAsync(string receiver)
    {
        await UntilAsync(() => _received.Any(message => message.To == receiver), $"a message to {receiver}");
        return [.. _received.Where(message => message.To == receiver).Select(message => message.Text)];
    }

    public async Task InitializeAsync()
    {
        if (!File.Exists(FakeCentre) || !File.Exists("/usr/sbin/bearerbox"))
        {
            throw new InvalidOperationException("These tests need Kannel: apt-get install kannel kannel-extras, or run them by ./cycle test.");
        }

        var (admin, box, centre, send) = (FreePort(), FreePort(), FreePort(), FreePort());
        SendUrl = new($"http://127.0.0.1:{send}/cgi-bin/sendsms");
        Open(_folder);
        Open(Directory.CreateDirectory(Path.Combine(_folder, "spool")).FullName);
        await File.WriteAllTextAsync(Path.Combine(_folder, "kannel.conf"), Configuration(admin, box, centre, send));
        Start("/usr/sbin/bearerbox", "-v", "1", Path.Combine(_folder, "kannel.conf"));
        await ListensAsync(box);
        await ListensAsync(centre);
        Start("/usr/sbin/smsbox", "-v", "1", Path.Combine(_folder, "kannel.conf"));
        await ListensAsync(send);
        Start(FakeCentre, "-H", "127.0.0.1", "-r", $"{centre}", "-m", "0", "0 0 text nothing");
        await UntilAsync(() => _log.Any(line => line.Contains("Fakesmsc client connected", StringComparison.Ordinal)), "the fake SMS centre to connect");
    }

    public async Task DisposeAsync()
    {
        // The SMS centre first: Kannel waits for nothing then.
        foreach (var process in Enumerable.Reverse(_processes))
        {
            if (!process.HasExited)
            {
                using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
                await kill.WaitForExitAsync();
                await process.WaitForExitAsync();
            }

            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Configuration(int admin, int box, int centre, int send) =>
        $"""
        group = core
        admin-port = {admin}
        admin-interface = 127.0.0.1
        admin-password = {Password}
        smsbox-port = {box}
        smsbox-interface = 127.0.0.1
        store-type = spool
        store-location = {_folder}/spool
        dlr-storage = internal

        group = smsc
        smsc = fake
        smsc-id = fake
        host = 127.0.0.1
        port = {centre}
        connect-allow-ip = 127.0.0.1

        group = smsbox
        bearerbox-host = 127.0.0.1
        sendsms-port = {send}
        sendsms-interface = 127.0.0.1
        http-request-retry = 20
        http-queue-delay = 1

        group = sendsms-user
        username = {User}
        password = {Password}
        concatenation = true
        max-messages = 4

        """;

    private void Start(string program, params string[] words)
    {
        string[] asNobody = Environment.UserName == "root" ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : [];
        var process = new Process
        {
            StartInfo = new("timeout", [LongestLife, .. asNobody, program, .. words])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = _folder,
            },
        };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _processes.Add(process);
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _log.Enqueue(line);
        if (Arrived().Match(line) is { Success: true } message)
        {
            var text = message.Groups["text"].Value;
            _received.Enqueue((message.Groups["to"].Value, message.Groups["kind"].Value == "text" ? text : Ucs2(text)));
        }
    }

    /// <summary>The fake SMS centre prints UCS-2 as a URL would carry its bytes.</summary>
    private static string Ucs2(string printed)
    {
        var bytes = new List<byte>();
        for (var at = 0; at < printed.Length; at++)
        {
            bytes.Add(printed[at] switch
            {
                '%' => Convert.ToByte(printed.Substring((at += 2) - 1, 2), 16),
                '+' => (byte)' ',
                var plain => (byte)plain,
            });
        }

        return Encoding.BigEndianUnicode.GetString([.. bytes]);
    }

    private async Task ListensAsync(int port) => await UntilAsync(
        () =>
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        },
        $"port {port} to be listened at");

    private async Task UntilAsync(Func<bool> isSo, string what)
    {
        for (var waited = Stopwatch.StartNew(); !isSo(); await Task.Delay(100))
        {
            if (waited.Elapsed > Patience || _processes.Exists(process => process.HasExited))
            {
                throw new InvalidOperationException($"Waited for {what}; Kannel said:\n{string.Join('\n', _log)}");
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Open(string folder) => File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);

    [GeneratedRegex(@"Got message \d+: <\S+ (?<to>\S+) (?<kind>text|ucs-2) (?<text>.*)>$")]
    private static partial Regex Arrived();
}
