using Cycle.Jobs.Schedule;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cycle.Dashboard.Scheduling;

/// <summary>What a host does when a job fires, whichever clock said so: plans it by the database's clock, and says what is left to a person.</summary>
internal sealed class ScheduledPlanning(Planner planner, Timetable timetable, NpgsqlDataSource database, ILogger<ScheduledPlanning> logger)
{
    /// <summary>Plans what is due of a job when a clock fired for an instant; a clock that is ahead of the database's does not plan before the time.</summary>
    public async Task PlanFiredAsync(string job, DateTimeOffset due, CancellationToken cancellationToken) =>
        Say(await planner.PlanFiredAsync(job, due, cancellationToken));

    /// <summary>Plans what is due of a job by now.</summary>
    public async Task PlanAsync(string job, CancellationToken cancellationToken) =>
        Say(await planner.PlanAsync(job, await StoreClock.NowAsync(database, cancellationToken), cancellationToken));

    /// <summary>What fired while no host was there, while the database was away, or at a wrong time of the host's clock, is planned now where the schedule says so.</summary>
    public async Task MakeUpAsync(CancellationToken cancellationToken)
    {
        foreach (var schedule in timetable.Jobs.Where(schedule => schedule.Misfire == MisfirePolicy.RunNow))
        {
            await PlanAsync(schedule.Job, cancellationToken);
        }
    }

    private void Say(PlanOutcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            logger.LogWarning("{Refusal}", refusal);
        }
    }
}
