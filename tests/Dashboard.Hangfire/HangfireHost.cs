using Cycle.Dashboard.Scheduling;
using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Dashboard.Web;
using Cycle.Jobs.Intake;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Schedule;
using Cycle.Ledger.Tariffs;
using Cycle.Tests.Shared;
using Hangfire;
using Hangfire.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cycle.Dashboard.Hangfire.Tests;

/// <summary>A host as <c>cycle serve --scheduler hangfire</c> makes it, inside of the test.</summary>
internal sealed class HangfireHost : IAsyncDisposable
{
    private readonly NpgsqlDataSource _database;
    private readonly WebApplication _host;

    public HangfireHost(CycleBench bench, Timetable timetable)
    {
        _database = NpgsqlDataSource.Create(bench.Database);
        Environment.SetEnvironmentVariable("CYCLE_VAR", bench.Var);
        var scheduler = new HangfireScheduler();
        _host = DashboardHost.Build(
            _database, () => Settings(bench), "http://127.0.0.1:0", bench.Database,
            services => scheduler.AddTo(services, new(bench.Database, timetable, () => Settings(bench))));
        scheduler.MapOn(_host);
    }

    public IBackgroundJobClient Jobs => _host.Services.GetRequiredService<IBackgroundJobClient>();

    public IRecurringJobManager Recurring => _host.Services.GetRequiredService<IRecurringJobManager>();

    public NightJobs Nights => _host.Services.GetRequiredService<NightJobs>();

    public IStorageConnection Connection => _host.Services.GetRequiredService<JobStorage>().GetConnection();

    public Task StartAsync() => _host.StartAsync();

    /// <summary>A schedule that fires once a day, two hours ago.</summary>
    public static Timetable Timetable(MisfirePolicy misfire, int datesMissed = 1)
    {
        var at = BangkokTime.Of(DateTimeOffset.UtcNow.AddHours(-2));
        return new([new(
            NightRunner.Job, new(at.Hour, at.Minute), FiringDate.PreviousDay, HolidayPolicy.Run, misfire, CatchesUp: true, TimeSpan.FromHours(3),
            DateOnly.FromDateTime(at.DateTime).AddDays(-datesMissed))]);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static NightSettings Settings(CycleBench bench)
    {
        var tariff = File.ReadAllText(Path.Combine(Checkout.Tariffs, "gsb-2026.json"));
        return new(
            Inbox.List(bench.Inbox), Path.Combine(bench.Var, "out"), TariffText.Read(tariff), new IntakeSettings(ControlFileRequired: false), Workers: 1);
    }
}
