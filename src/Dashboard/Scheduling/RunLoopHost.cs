using Cycle.Jobs.Schedule;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cycle.Dashboard.Scheduling;

/// <summary>Keeps the run loop going as long as the host lives.</summary>
internal sealed class RunLoopHost(RunLoop loop, Planner planner, Timetable timetable, NpgsqlDataSource database, ILogger<RunLoopHost> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync(MakeUpAsync, stoppingToken);

    /// <summary>What fired while no host was there, while the database was away, or at a wrong time of the host's clock, is planned now where the schedule says so.</summary>
    private async Task MakeUpAsync(CancellationToken cancellationToken)
    {
        foreach (var schedule in timetable.Jobs.Where(schedule => schedule.Misfire == MisfirePolicy.RunNow))
        {
            var outcome = await planner.PlanAsync(schedule.Job, await StoreClock.NowAsync(database, cancellationToken), cancellationToken);
            if (outcome.Refusal is { } refusal)
            {
                logger.LogWarning("{Refusal}", refusal);
            }
        }
    }
}
