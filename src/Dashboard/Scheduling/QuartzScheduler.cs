using Cycle.Dashboard.CommandLine;
using Cycle.Jobs.Workers;

namespace Cycle.Dashboard.Scheduling;

/// <summary>The scheduler that comes with Cycle: Quartz as the clock, our own loops for the rest.</summary>
internal sealed class QuartzScheduler : IHostScheduler
{
    public string Name => "quartz";

    public void AddTo(IServiceCollection services, SchedulingSettings settings) => services.AddCycleScheduler(settings);

    public void MapOn(WebApplication host)
    {
        // It has no pages.
    }

    public Task WorkAsync(Nightly nightly, CancellationToken cancellationToken) =>
        new WorkerLoop(nightly.Database, nightly.Settings, "worker", new ConsoleWorkerLog(Console.Out, Console.Error)).RunAsync(cancellationToken);
}
