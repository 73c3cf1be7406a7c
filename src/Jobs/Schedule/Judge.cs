using Cycle.Jobs.Runs;
using Cycle.Ledger.Storage.Control;

namespace Cycle.Jobs.Schedule;

/// <summary>Holds the runs of a job against its schedule: pure, so that every judgement can be tested without waiting for a night.</summary>
/// <param name="schedule">The job's schedule.</param>
/// <param name="firings">Its firings.</param>
public sealed class Judge(JobSchedule schedule, Firings firings)
{
    /// <summary>A firing that was heard has planned its dates by then.</summary>
    public static readonly TimeSpan PlannedWithin = TimeSpan.FromMinutes(2);

    /// <summary>A run whose process died is taken up by another host by then, if there is one.</summary>
    public static readonly TimeSpan TakenUpWithin = RunClaims.Lease * 3;

    private string Job => schedule.Job;

    /// <summary>Everything there is to say, the worst first; never empty.</summary>
    /// <param name="runs">The runs as they are.</param>
    /// <param name="now">The instant.</param>
    /// <param name="paused">That a person paused the job, if one did. Who is not said: not everybody who asks is one of us.</param>
    public IReadOnlyList<Finding> Find(OpenRuns runs, DateTimeOffset now, PausedJob? paused = null)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var findings = Missing(runs, now, paused).Concat(Paused(paused)).Concat(runs.Earliest.Take(1).SelectMany(run => Open(run, runs, now))).ToList();
        return findings.Count == 0
            ? [AllIsWell(runs, now)]
            : [.. findings.OrderByDescending(finding => finding.Verdict)];
    }

    private IEnumerable<Finding> Missing(OpenRuns runs, DateTimeOffset now, PausedJob? paused)
    {
        var missing = DueDates.Missing(schedule, firings, runs.Last, now);
        if (missing.Count > 0 && now - firings.For(missing[0]) > PlannedWithin)
        {
            var overdue = missing.Count(date => now - firings.For(date) > PlannedWithin);
            yield return new(
                Verdict.Unhealthy,
                $"{Job} of {missing[0]:yyyy-MM-dd} is missing: it was to begin at {Wall(firings.For(missing[0]))}" +
                (overdue == 1 ? "." : $", and so are the {overdue - 1} dates after it."),
                paused is not null ? $"It is paused: continue it on the page Schedule, or run `cycle run {Job} --date {missing[^1]:yyyy-MM-dd}`."
                : DueDates.ToPlan(schedule, firings, runs.Last, now).Refusal ??
                    (schedule.Misfire == MisfirePolicy.WaitForNext
                        ? $"It is planned at the next firing, {Wall(firings.NextAfter(now))}; or run `cycle run {Job} --date {missing[^1]:yyyy-MM-dd}`."
                        : $"Check that a `cycle serve` runs on this database; or run `cycle run {Job} --date {missing[^1]:yyyy-MM-dd}`."));
        }
    }

    private IEnumerable<Finding> Paused(PausedJob? paused)
    {
        if (paused is not null)
        {
            yield return new(
                Verdict.Degraded, $"{Job} is {paused.Words}: nothing of it is planned by itself.",
                $"Continue it on the page Schedule; until then `cycle run {Job} --date D` runs what is due.");
        }
    }

    /// <summary>The earliest open run: whatever comes after it waits for it.</summary>
    private IEnumerable<Finding> Open(OpenRun run, OpenRuns runs, DateTimeOffset now)
    {
        if (StandsStill(run) is { } still)
        {
            yield return still;
        }

        var deadline = firings.For(run.BusinessDate) + schedule.LateAfter;
        if (now > deadline)
        {
            var waiting = runs.Earliest.Count - 1;
            yield return new(
                Verdict.Unhealthy,
                $"{Job} of {run.BusinessDate:yyyy-MM-dd} is late: it was to be complete by {Wall(deadline)}, and is {run.State}" +
                (waiting == 0 ? "." : waiting == 1 ? "; a later date waits for it." : $"; {waiting} later dates wait for it."),
                "See `cycle status` for how far it is.");
        }
    }

    private Finding? StandsStill(OpenRun run)
    {
        var name = $"{Job} of {run.BusinessDate:yyyy-MM-dd}";
        return run.State switch
        {
            RunStates.Failed => new(
                Verdict.Unhealthy, $"{name} failed at try {run.Attempts}.",
                $"`cycle status` says why. Mend the cause, then `cycle resume {run.RunId}`."),
            RunStates.Stopped => new(
                Verdict.Degraded, $"{name} was stopped by a person.", $"It goes on with `cycle resume {run.RunId}`."),
            RunStates.Running or RunStates.Stopping when run.SilentFor is not { } silent || silent > TakenUpWithin => new(
                Verdict.Unhealthy, $"{name} stands still: its process has not been heard of for {TakenUpWithin.TotalSeconds:F0} seconds or more.",
                "Start `cycle serve` on any machine: it goes on with the run by itself."),
            RunStates.Planned when run.Attempts > 0 => new(
                Verdict.Degraded, $"{name} was interrupted at try {run.Attempts} and will be tried again by itself.", "`cycle status` says why."),
            _ => null,
        };
    }

    private Finding AllIsWell(OpenRuns runs, DateTimeOffset now)
    {
        var next = firings.NextAfter(now);
        if (runs.Last is null && schedule.FirstBusinessDate is null)
        {
            return new(
                Verdict.Healthy, $"No {Job} has ever been run, and the schedule states no firstBusinessDate: none is planned.",
                $"Run the first with `cycle run {Job} --date D`; the schedule goes on from there.");
        }

        return new(
            Verdict.Healthy,
            $"{Job}: everything that is due is done or on its way. It fires next at {Wall(next)}, for {firings.DateOf(next):yyyy-MM-dd}.", "");
    }

    private static string Wall(DateTimeOffset instant) => $"{BangkokTime.Of(instant):yyyy-MM-dd HH:mm}";
}
