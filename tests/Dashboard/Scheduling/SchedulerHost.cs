using Cycle.Dashboard.Scheduling;
using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Jobs.Intake;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Schedule;
using Cycle.Ledger.Tariffs;
using Cycle.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace Cycle.Dashboard.Tests.Scheduling;

/// <summary>A host as <c>cycle serve</c> makes it, without the pages: its own connections, the real clock, the real Quartz.</summary>
internal sealed class SchedulerHost : IAsyncDisposable
{
    private readonly NpgsqlDataSource _database;
    private readonly IHost _host;

    public SchedulerHost(CycleBench bench, Timetable timetable)
    {
        _database = NpgsqlDataSource.Create(bench.Database);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(_database);
        builder.Services.AddCycleScheduler(new(bench.Database, timetable, () => Settings(bench)));
        _host = builder.Build();
    }

    public Task StartAsync() => _host.StartAsync();

    /// <summary>Fires a job on this very node, as a clock that has gone wrong would.</summary>
    public async Task FireAsync(string job)
    {
        var scheduler = await _host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.TriggerJob(new(job));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _database.DisposeAsync();
    }

    /// <summary>What its nights are run with.</summary>
    public static NightSettings Settings(CycleBench bench)
    {
        var tariff = File.ReadAllText(Path.Combine(Checkout.Tariffs, "gsb-2026.json"));
        return new(
            Inbox.List(bench.Inbox), Path.Combine(bench.Var, "out"), TariffText.Read(tariff), new IntakeSettings(ControlFileRequired: false), Workers: 1);
    }
}
