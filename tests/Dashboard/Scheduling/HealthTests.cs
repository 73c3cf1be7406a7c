using System.Net;
using System.Text.Json.Nodes;
using Cycle.Dashboard.Scheduling;
using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Jobs.Schedule;
using Cycle.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cycle.Dashboard.Tests.Scheduling;

/// <summary>The health endpoint as a load balancer and a person see it, over HTTP.</summary>
[Collection(PostgresCollection.Name)]
public sealed class HealthTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Timetable Timetable = new([new(
        "NIGHT", new(1, 30), FiringDate.PreviousDay, HolidayPolicy.Run, MisfirePolicy.RunNow, CatchesUp: true, TimeSpan.FromHours(3), new(2026, 8, 17))]);

    private static readonly RunTerms Terms = new(new('0', 64), new(2026, 8, 17), RendersStatements: true);
    private readonly SetTime _time = new();
    private CycleBench _bench = null!;
    private WebApplication _host = null!;

    [Fact]
    public async Task Health_TurnsUnhealthyAndHealthyAgain_AsNightsAreMissedRunAndLate()
    {
        await IsAsync("2026-08-18 01:29", 200, "healthy", "It fires next at 2026-08-18 01:30, for 2026-08-17.");
        await IsAsync("2026-08-18 01:40", 503, "unhealthy", "NIGHT of 2026-08-17 is missing");

        await new Planner(_bench.Db, Timetable).PlanAsync("NIGHT", _time.GetUtcNow(), default);
        await IsAsync("2026-08-18 01:41", 200, "healthy", "everything that is due is done or on its way");
        await IsAsync("2026-08-18 04:31", 503, "unhealthy", "NIGHT of 2026-08-17 is late");

        var claims = new RunClaims(_bench.Db);
        var run = await claims.ClaimAsync("NIGHT", new(2026, 8, 17), NightSteps.Names, Terms, default);
        await new RunTenure(_bench.Db, run).StopAsync(goesOn: false, default);
        await IsAsync("2026-08-18 01:45", 200, "degraded", "NIGHT of 2026-08-17 was stopped by a person.");

        run = await claims.ClaimAsync("NIGHT", new(2026, 8, 17), NightSteps.Names, Terms, default);
        await new RunTenure(_bench.Db, run).FailAsync("account A1 of Somchai: the books do not balance", goesOn: false, default);
        await IsAsync("2026-08-18 01:50", 503, "unhealthy", "NIGHT of 2026-08-17 failed at try 2.");

        run = await claims.ClaimAsync("NIGHT", new(2026, 8, 17), NightSteps.Names, Terms, default);
        await new RunTenure(_bench.Db, run).CompleteAsync(default);
        await IsAsync("2026-08-18 12:00", 200, "healthy", "It fires next at 2026-08-19 01:30, for 2026-08-18.");
    }

    [Fact]
    public async Task Health_SaysThatTheScheduleIsPaused_ThoughNotByWhom()
    {
        await new SchedulePause(_bench.Db).PauseAsync("NIGHT", "Somchai", "account A1 is disputed", default);

        await IsAsync("2026-08-18 01:29", 200, "degraded", "NIGHT is paused since 20");
        await IsAsync("2026-08-18 01:40", 503, "unhealthy", "NIGHT of 2026-08-17 is missing");
        await new SchedulePause(_bench.Db).ContinueAsync("NIGHT", "mali", "it is settled", default);
        await IsAsync("2026-08-18 01:29", 200, "healthy", "It fires next at 2026-08-18 01:30");
    }

    [Fact]
    public async Task Health_SaysThatTheDatabaseIsGone_ThoughNotWhereItWas_AndTheProcessStillLives()
    {
        _time.Set("2026-08-18 01:00");
        await using var gone = NpgsqlDataSource.Create("Host=/nowhere/at/all;Username=secret;Database=books");
        await using var host = await StartAsync(gone);

        var (status, body) = await AskAsync(host, "/health/ready");

        status.ShouldBe(503);
        body.ShouldContain("The database does not answer.");
        body.ShouldNotContain("nowhere");
        body.ShouldNotContain("secret");
        (await AskAsync(host, "/health/live")).Status.ShouldBe(200);
    }

    public async Task InitializeAsync()
    {
        _bench = await CycleBench.CreateAsync(postgres);
        _host = await StartAsync(_bench.Db);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _bench.DisposeAsync();
    }

    private async Task<WebApplication> StartAsync(NpgsqlDataSource database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddNightsHealth(Timetable);
        var host = builder.Build();
        host.MapCycleHealth();
        await host.StartAsync();
        return host;
    }

    private async Task IsAsync(string now, int status, string word, string words)
    {
        _time.Set(now);
        var (answered, body) = await AskAsync(_host, "/health/ready");
        answered.ShouldBe(status, body);
        var json = JsonNode.Parse(body)!;
        ((string)json["status"]!).ShouldBe(word, body);
        ((string)json["findings"]![0]!["what"]!).ShouldContain(words);
        body.ShouldNotContain("Somchai");
        body.ShouldNotContain("A1");
    }

    private static async Task<(int Status, string Body)> AskAsync(WebApplication host, string path)
    {
        using var client = new HttpClient { BaseAddress = new(host.Urls.Single()) };
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
