using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Cycle.Bench.Statements;

/// <summary>One headless Chromium that stays open and prints page after page, driven by its own protocol: the kindest way to use it.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const int TicksInSecond = 100; // of /proc/PID/stat

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly Process process;
    private readonly string profile;
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[1 << 20];
    private int lastId;

    private Chromium(Process process, string profile) => (this.process, this.profile) = (process, profile);

    /// <summary>The program, where it is installed; null elsewhere.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Its version, in its own words.</summary>
    public static string VersionOf(string program)
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        return process.StandardOutput.ReadToEnd().Trim();
    }

    /// <summary>Starts it.</summary>
    public static async Task<Chromium> StartAsync(string program)
    {
        var profile = Directory.CreateTempSubdirectory("cycle-chromium-").FullName;
        var process = Process.Start(new ProcessStartInfo(program,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-port=0",
                $"--user-data-dir={profile}", "about:blank",
            ])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var browser = new Chromium(process, profile);
        await browser.ConnectAsync();
        return browser;
    }

    /// <summary>Loads a page from a file and prints it.</summary>
    /// <returns>The PDF.</returns>
    public async Task<byte[]> PrintAsync(string file)
    {
        await CallAsync("Page.navigate", new JsonObject { ["url"] = new Uri(file).AbsoluteUri });
        await CallAsync("Runtime.evaluate", new JsonObject
        {
            ["expression"] = "new Promise(done => { const go = () => document.fonts.ready.then(() => done(1)); document.readyState == 'complete' ? go() : addEventListener('load', go) })",
            ["awaitPromise"] = true,
        });
        var printed = await CallAsync("Page.printToPDF", new JsonObject { ["printBackground"] = true, ["preferCSSPageSize"] = true });
        return Convert.FromBase64String((string)printed["data"]!);
    }

    /// <summary>CPU time of the browser and all its processes so far.</summary>
    public TimeSpan CpuTime()
    {
        var all = Directory.GetDirectories("/proc").Select(folder => Path.GetFileName(folder)).Where(name => int.TryParse(name, out _))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture)).Select(Stat).OfType<(int Pid, int Parent, long Ticks)>().ToList();
        var family = new HashSet<int> { process.Id };
        var known = 0;
        while (known < family.Count)
        {
            known = family.Count;
            family.UnionWith(all.Where(one => family.Contains(one.Parent)).Select(one => one.Pid));
        }

        return TimeSpan.FromSeconds(all.Where(one => family.Contains(one.Pid)).Sum(one => one.Ticks) / (double)TicksInSecond);
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    private static (int Pid, int Parent, long Ticks)? Stat(int pid)
    {
        try
        {
            // The name in parentheses may hold spaces; what follows it is: state, parent, ... user ticks and system ticks as 12th and 13th.
            var text = File.ReadAllText($"/proc/{pid}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            long Field(int at) => long.Parse(fields[at], CultureInfo.InvariantCulture);
            return (pid, (int)Field(1), Field(11) + Field(12) + Field(13) + Field(14));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task ConnectAsync()
    {
        var told = Path.Combine(profile, "DevToolsActivePort");
        for (var waited = 0; !File.Exists(told) || File.ReadAllLines(told).Length < 2; waited++)
        {
            if (process.HasExited || waited > 600)
            {
                throw new InvalidOperationException("Chromium did not start.");
            }

            await Task.Delay(100);
        }

        var port = File.ReadAllLines(told)[0];
        using var web = new HttpClient();
        var pages = JsonNode.Parse(await web.GetStringAsync(new Uri($"http://127.0.0.1:{port}/json/list")))!.AsArray();
        var page = pages.First(page => (string?)page!["type"] == "page")!;
        await socket.ConnectAsync(new Uri((string)page["webSocketDebuggerUrl"]!), default);
        await CallAsync("Page.enable", []);
    }

    private async Task<JsonNode> CallAsync(string method, JsonObject arguments)
    {
        var id = ++lastId;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = arguments };
        await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, default);
        while (true)
        {
            var answer = JsonNode.Parse(await ReceiveAsync())!;
            if ((int?)answer["id"] == id)
            {
                return answer["result"] ?? throw new InvalidOperationException($"Chromium refused {method}: {answer["error"]}");
            }
        }
    }

    private async Task<byte[]> ReceiveAsync()
    {
        using var whole = new MemoryStream();
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, default);
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return whole.ToArray();
    }
}
