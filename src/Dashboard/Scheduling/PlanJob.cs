using Quartz;

namespace Cycle.Dashboard.Scheduling;

/// <summary>All that Quartz ever runs: it plans the job it is named after.</summary>
internal sealed class PlanJob(ScheduledPlanning planning, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await planning.PlanFiredAsync(context.JobDetail.Key.Name, context.ScheduledFireTimeUtc ?? time.GetUtcNow(), cancellationToken);
}
