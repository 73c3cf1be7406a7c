namespace Cycle.Jobs.Schedule;

/// <summary>Which business dates should be there and are not: everything after the last one planned, up to the one that is due.</summary>
public static class DueDates
{
    /// <summary>More dates at once are a slip in a date, not a backlog.</summary>
    public const int Most = 400;

    /// <summary>The dates without a run, in order.</summary>
    /// <param name="schedule">The job's schedule.</param>
    /// <param name="firings">Its firings.</param>
    /// <param name="last">The last date that has a run in whatever state; null in an empty installation.</param>
    /// <param name="now">The instant.</param>
    public static IReadOnlyList<DateOnly> Missing(JobSchedule schedule, Firings firings, DateOnly? last, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(firings);
        if ((last?.AddDays(1) ?? schedule.FirstBusinessDate) is not { } from)
        {
            return [];
        }

        var due = firings.DueAt(now);
        return from > due ? [] : [.. Enumerable.Range(0, due.DayNumber - from.DayNumber + 1).Select(from.AddDays)];
    }

    /// <summary>The dates to plan: the missing ones, unless the schedule leaves them to a person.</summary>
    /// <inheritdoc cref="Missing"/>
    public static PlanOutcome ToPlan(JobSchedule schedule, Firings firings, DateOnly? last, DateTimeOffset now)
    {
        var missing = Missing(schedule, firings, last, now);
        if (missing.Count == 0)
        {
            return PlanOutcome.Nothing;
        }

        if (missing.Count > Most)
        {
            return new([], $"{missing.Count} dates of {schedule.Job} are missing, from {missing[0]:yyyy-MM-dd} to {missing[^1]:yyyy-MM-dd}, " +
                $"more than the {Most} that are planned at once. Check firstBusinessDate of the schedule and this machine's clock; " +
                $"if it is true, run `cycle run {schedule.Job} --date {missing[^1]:yyyy-MM-dd}`.");
        }

        // Days without a firing belong to the firing after them; only what an earlier firing was for has been missed.
        if (!schedule.CatchesUp && firings.For(missing[0]) < firings.LastUpTo(now))
        {
            return new([], $"{schedule.Job} of {missing[0]:yyyy-MM-dd} was missed and the schedule does not catch up by itself. " +
                $"Run `cycle run {schedule.Job} --date {missing[^1]:yyyy-MM-dd}`: it runs the missed dates first, in order.");
        }

        return new(missing, null);
    }
}
