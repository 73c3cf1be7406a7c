using Cycle.Jobs.Schedule;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Cycle.Dashboard.Scheduling;

/// <summary>All that Quartz ever runs: it plans the job it is named after.</summary>
internal sealed class PlanJob(Planner planner, TimeProvider time, ILogger<PlanJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var outcome = await planner.PlanFiredAsync(context.JobDetail.Key.Name, context.ScheduledFireTimeUtc ?? time.GetUtcNow(), cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            logger.LogWarning("{Refusal}", refusal);
        }
    }
}
