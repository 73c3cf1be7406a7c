using Cycle.Tests.Shared;
using Microsoft.Playwright;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>
/// One host over the portfolio for every test that only reads, or changes nothing that another looks at. People are signed in once
/// for each set of roles; a test that moves the clock, counts messages or runs a night starts a host of its own.
/// </summary>
public sealed class ServedPortfolio : IAsyncLifetime
{
    /// <summary>Well below the quarter of an hour after which a session that nobody used is over.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, (string State, long At)> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (HttpClient Client, long At)> _clients = new(StringComparer.Ordinal);
    private readonly HashSet<string> _people = new(StringComparer.Ordinal);
    private WebBench? _bench;

    /// <summary>The host, started by the first who asks.</summary>
    internal async Task<WebBench> OverAsync(PostgresFixture postgres) => _bench ??= await WebBench.StartAsync(postgres);

    /// <summary>A browser session of somebody with these roles.</summary>
    internal async Task<Visit> VisitAsync(PostgresFixture postgres, IBrowser browser, string[] roles, BrowserNewContextOptions? options = null)
    {
        var bench = await OverAsync(postgres);
        options ??= new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "en-GB" };
        options.StorageState = await SessionAsync(bench, browser, roles);
        var visit = await Visit.BeginAsync(browser, bench.Url, options);
        await visit.OpenAsync(roles is ["Administrator"] ? "/people" : "/");
        return visit;
    }

    /// <summary>A session without a browser of somebody with these roles; stays the portfolio's.</summary>
    internal async Task<HttpClient> ClientAsync(PostgresFixture postgres, params string[] roles)
    {
        var bench = await OverAsync(postgres);
        var name = await PersonAsync(bench, roles);
        if (!_clients.TryGetValue(name, out var kept) || TimeProvider.System.GetElapsedTime(kept.At) > Fresh)
        {
            _clients[name] = kept = (await PageClient.SignInAsync(bench, name), TimeProvider.System.GetTimestamp());
        }

        return kept.Client;
    }

    private async Task<string> PersonAsync(WebBench bench, string[] roles)
    {
        var name = string.Join('.', roles);
        if (_people.Add(name))
        {
            await bench.AddAsync(name, roles);
        }

        return name;
    }

    private async Task<string> SessionAsync(WebBench bench, IBrowser browser, string[] roles)
    {
        var name = await PersonAsync(bench, roles);
        if (_sessions.TryGetValue(name, out var kept) && TimeProvider.System.GetElapsedTime(kept.At) < Fresh)
        {
            return kept.State;
        }

        await using var visit = await Visit.BeginAsync(browser, bench.Url);
        await visit.SignInAsync(name, WebBench.Password);
        var state = await visit.SessionAsync();
        _sessions[name] = (state, TimeProvider.System.GetTimestamp());
        return state;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Stops the host; its store goes with the server.</summary>
    public async Task DisposeAsync()
    {
        foreach (var (client, _) in _clients.Values)
        {
            client.Dispose();
        }

        if (_bench is not null)
        {
            await _bench.StopAsync();
        }
    }
}
