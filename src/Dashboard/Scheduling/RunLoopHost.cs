using Cycle.Jobs.Schedule;
using Microsoft.Extensions.Hosting;

namespace Cycle.Dashboard.Scheduling;

/// <summary>Keeps the run loop going as long as the host lives.</summary>
internal sealed class RunLoopHost(RunLoop loop, ScheduledPlanning planning) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync(planning.MakeUpAsync, stoppingToken);
}
