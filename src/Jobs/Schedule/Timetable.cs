namespace Cycle.Jobs.Schedule;

/// <summary>
/// Every scheduled job. Together with <see cref="Planner"/> this is all a scheduler needs to know: call
/// <see cref="Planner.PlanAsync"/> for each job at its time. Which scheduler that is, the jobs never learn.
/// </summary>
/// <param name="Jobs">At least one, each job once.</param>
public sealed record Timetable(IReadOnlyList<JobSchedule> Jobs)
{
    /// <summary>How a job is scheduled; null when it is not.</summary>
    public JobSchedule? Of(string job) => Jobs.FirstOrDefault(scheduled => scheduled.Job == job);
}
