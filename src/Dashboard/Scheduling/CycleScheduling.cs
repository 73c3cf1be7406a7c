using Cycle.Jobs.Nights;
using Cycle.Jobs.Schedule;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cycle.Dashboard.Scheduling;

/// <summary>Makes a host one that keeps the schedule: a clock that plans, a loop that runs what is planned, a worker that helps with it, and the health of all.</summary>
internal static class CycleScheduling
{
    /// <summary>Adds all of it, with Quartz as the clock. The host has the store (<see cref="NpgsqlDataSource"/>) registered, migrated and reachable.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">Database, schedule, nights.</param>
    public static IServiceCollection AddCycleScheduler(this IServiceCollection services, SchedulingSettings settings)
    {
        // The order counts: the gate opens before the clock makes its tables, the loop runs last.
        services.AddScheduledNights(settings);
        services.AddLogging(logging => logging.AddFilter("Quartz", LogLevel.Warning));
        services.AddQuartzClock(settings.ConnectionString, settings.Timetable);
        services.AddHostedService(host => new WorkerHost(
            host.GetRequiredService<NpgsqlDataSource>(), settings.Nights(), host.GetRequiredService<ILogger<WorkerHost>>()));
        services.AddHostedService<RunLoopHost>();
        return services;
    }

    /// <summary>Adds what every scheduler needs: planning, the loop that runs what is planned, their health, and the gate before a clock's tables.</summary>
    public static IServiceCollection AddScheduledNights(this IServiceCollection services, SchedulingSettings settings)
    {
        services.AddNightsHealth(settings.Timetable);
        services.AddSingleton<Planner>();
        services.AddSingleton<ScheduledPlanning>();
        services.AddSingleton(host => Loop(host, settings.Nights));
        services.AddLogging(logging => logging.AddFilter("Cycle", LogLevel.Information));
        services.AddHostedService(host => new SchemaGate(host.GetRequiredService<NpgsqlDataSource>()));
        return services;
    }

    /// <summary>Adds the judgement of the nights alone, for a host that only tells how they stand.</summary>
    public static IServiceCollection AddNightsHealth(this IServiceCollection services, Timetable timetable)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(timetable);
        services.AddHealthChecks().AddCheck<NightsHealth>(NightsHealth.Name, tags: [NightsHealth.Ready]);
        return services;
    }

    private static RunLoop Loop(IServiceProvider host, Func<NightSettings> nights)
    {
        var logger = host.GetRequiredService<ILogger<RunLoop>>();

        // The lanes of this host are its worker's, which helps whichever host has the night; who has it adds one of its own.
        return new(
            host.GetRequiredService<NpgsqlDataSource>(), () => nights() with { Workers = 1 }, SilentProgress.Instance, words => logger.LogInformation("{Words}", words));
    }
}
