using System.Collections.Concurrent;
using System.Text;
using Cycle.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>The host against a collector that takes OTLP over HTTP.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TelemetryTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Night_IsMeasured_ForWhoeverCollects()
    {
        var taken = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = Collector(taken);
        await collector.StartAsync();
        Dictionary<string, string> settings = new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(), ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
        };
        Set(settings, isOn: true);
        try
        {
            await using var bench = await WebBench.StartAsync(postgres);
            using var client = PageClient.Of(bench);
            await client.GetAsync("/sign-in");
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (!taken.Any(sent => sent.Path == "/v1/metrics" && sent.Body.Contains("cycle.messages.waiting", StringComparison.Ordinal)))
            {
                await Task.Delay(100, patience.Token);
            }
        }
        finally
        {
            Set(settings, isOn: false);
        }

        var metrics = string.Concat(taken.Where(sent => sent.Path == "/v1/metrics").Select(sent => sent.Body));
        foreach (var name in (string[])["cycle.night.open", "cycle.night.steps.done", "cycle.night.rejects", "cycle.night.accounts.set_aside", "http.server.request.duration"])
        {
            metrics.ShouldContain(name);
        }

        taken.ShouldContain(sent => sent.Path == "/v1/traces");
    }

    private static WebApplication Collector(ConcurrentQueue<(string Path, string Body)> taken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            taken.Enqueue((request.Path, Encoding.Latin1.GetString(body.ToArray())));
        });
        return collector;
    }

    private static void Set(Dictionary<string, string> settings, bool isOn)
    {
        foreach (var (name, value) in settings)
        {
            Environment.SetEnvironmentVariable(name, isOn ? value : null);
        }
    }
}
