using Cycle.Dashboard.Scheduling;
using Hangfire;

namespace Cycle.Dashboard.Hangfire;

/// <summary>What a recurring job does: it plans the job it is named after. Run twice, late or by every server at once it changes nothing.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false)]
internal sealed class PlanJob(ScheduledPlanning planning)
{
    /// <summary>Plans what is due of a job.</summary>
    [JobDisplayName("Plan {0}")]
    public Task PlanAsync(string job, CancellationToken cancellationToken) => planning.PlanAsync(job, cancellationToken);
}
