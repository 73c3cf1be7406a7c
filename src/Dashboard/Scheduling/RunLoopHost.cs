using Cycle.Jobs.Schedule;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cycle.Dashboard.Scheduling;

/// <summary>Keeps the run loop going as long as the host lives.</summary>
internal sealed class RunLoopHost(RunLoop loop, Planner planner, Timetable timetable, TimeProvider time, ILogger<RunLoopHost> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync(MakeUpAsync, stoppingToken);

    /// <summary>What fired while no host was there, or while the database was away, is planned now where the schedule says so.</summary>
    private async Task MakeUpAsync(CancellationToken cancellationToken)
    {
        foreach (var schedule in timetable.Jobs.Where(schedule => schedule.Misfire == MisfirePolicy.RunNow))
        {
            var outcome = await planner.PlanAsync(schedule.Job, time.GetUtcNow(), cancellationToken);
            if (outcome.Refusal is { } refusal)
            {
                logger.LogWarning("{Refusal}", refusal);
            }
        }
    }
}
