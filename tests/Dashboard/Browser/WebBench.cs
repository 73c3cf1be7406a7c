using Cycle.Dashboard.CommandLine;
using Cycle.Dashboard.Scheduling;
using Cycle.Dashboard.Web;
using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Intake;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Reviews;
using Cycle.Jobs.Schedule;
using Cycle.Ledger.Storage.Control;
using Cycle.Ledger.Tariffs;
using Cycle.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>The web host on a port of its own, over a portfolio whose nights are run up to <see cref="Portfolio.Second"/>.</summary>
internal sealed class WebBench : IAsyncDisposable
{
    public const string Password = "a calm river runs";

    /// <summary>Accounts of the portfolio: enough for three partitions of drawing in a night.</summary>
    public static readonly int Accounts = int.TryParse(Environment.GetEnvironmentVariable("CYCLE_PICTURE_ACCOUNTS"), out var told) ? told : 640;

    private static readonly string Root = Directory.CreateTempSubdirectory("cycle-web-").FullName;
    private readonly TestDatabase _database;
    private readonly WebApplication _host;

    private WebBench(TestDatabase database, NpgsqlDataSource db, WebApplication host) => (_database, Db, _host) = (database, db, host);

    static WebBench()
    {
        // Keys and logs of the host stay out of the checkout; commands started as processes are told their own folder.
        Environment.SetEnvironmentVariable("CYCLE_VAR", Path.Combine(Root, "var"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Root, recursive: true);
    }

    public NpgsqlDataSource Db { get; }

    public string Url { get; private set; } = "";

    public MovableClock Clock { get; private init; } = null!;

    public static string Output => Path.Combine(Root, "out");

    private static string Inbox => Path.Combine(Root, "in");

    /// <summary>Starts a host over a copy of the portfolio's store.</summary>
    /// <param name="postgres">The server.</param>
    /// <param name="fill">Puts more into the store before the host starts; gets its connection string.</param>
    /// <param name="session">Settings of the host's sessions on the server.</param>
    /// <param name="scheduler">Runs what is planned, and plans nothing by itself; null for a host that only shows.</param>
    /// <param name="more">Services in the place of the host's own.</param>
    public static async Task<WebBench> StartAsync(
        PostgresFixture postgres, Func<string, Task>? fill = null, string session = "", IHostScheduler? scheduler = null,
        Action<IServiceCollection>? more = null)
    {
        var database = await postgres.CreateDatabaseAsync("portfolio", PrepareAsync);
        await (fill?.Invoke(database.ConnectionString) ?? Task.CompletedTask);
        var db = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = session });
        var clock = new MovableClock();
        var timetable = await ScheduleFile.ReadAsync(null, default);
        var host = DashboardHost.Build(
            db, Settings, "http://127.0.0.1:0", database.ConnectionString, services => Schedule(services.AddSingleton<TimeProvider>(clock)));
        scheduler?.MapOn(host);
        await host.StartAsync();
        return new(database, db, host) { Url = host.Urls.First(), Clock = clock };

        void Schedule(IServiceCollection services)
        {
            if (scheduler is null)
            {
                services.AddNightsHealth(timetable).AddSingleton<Planner>();
            }
            else
            {
                var patient = timetable.Jobs.Select(job => job with { Misfire = MisfirePolicy.WaitForNext, CatchesUp = false });
                scheduler.AddTo(services, new(database.ConnectionString, new([.. patient]), Settings));
            }

            more?.Invoke(services);
        }
    }

    public static NightSettings Settings()
    {
        var tariff = File.ReadAllText(Path.Combine(Checkout.Tariffs, "gsb-2026.json"));
        return new(
            Jobs.Intake.Inbox.List(Inbox), Output, TariffText.Read(tariff), new IntakeSettings(ControlFileRequired: false), Workers: 2);
    }

    public async Task<Person> AddAsync(string name, params string[] roles)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var person = new Person { Name = name, Roles = [.. roles] };
        (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person, Password)).Succeeded.ShouldBeTrue();
        return person;
    }

    /// <summary>A browser session of a new person, signed in; whatever its console says against the page fails the test.</summary>
    public async Task<Visit> VisitAsync(IBrowser browser, string name, string[] roles, BrowserNewContextOptions? options = null)
    {
        await AddAsync(name, roles);
        var visit = await Visit.BeginAsync(browser, Url, options);
        await visit.SignInAsync(name, Password);
        return visit;
    }

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>Stops the host and leaves its store.</summary>
    public async Task StopAsync()
    {
        await _host.StopAsync(new CancellationTokenSource(TimeSpan.FromSeconds(5)).Token);
        await _host.DisposeAsync();
        await Db.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _database.DisposeAsync();
    }

    private static async Task PrepareAsync(string connectionString)
    {
        Directory.CreateDirectory(Inbox);
        Directory.CreateDirectory(Output);
        new Portfolio(Accounts).Write(Inbox);
        await using var db = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c synchronous_commit=off -c jit=off" });
        await Schema.MigrateAsync(db, default);
        var nights = new NightRunner(db, Settings(), SilentProgress.Instance);
        await nights.RunAsync(Portfolio.First, default);
        await nights.RunAsync(Portfolio.Second, default);
        var reviews = new CycleReviews(db);
        foreach (var date in await reviews.MissingAsync(limit: 100, default))
        {
            await reviews.MakeAsync(date, default);
        }

        await new StatementDayCounts(db).RefreshAsync(default);
    }
}
