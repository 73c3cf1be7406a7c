namespace Cycle.Dashboard.Web.Reading;

/// <summary>A night at one moment, as Tonight shows it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Workers">Who works on its current step.</param>
/// <param name="Cells">One letter a partition of the current step: p planned, r running, c completed, f failed.</param>
/// <param name="Rejects">Rows rejected so far.</param>
/// <param name="Refusals">Files refused so far.</param>
/// <param name="SetAside">Accounts set aside so far.</param>
/// <param name="Usual">What a night usually takes.</param>
/// <param name="Now">The database's clock.</param>
internal sealed record NightSnapshot(
    RunRow Run, IReadOnlyList<StepRow> Steps, IReadOnlyList<WorkerRow> Workers, string Cells, long Rejects, long Refusals, long SetAside,
    TimeSpan? Usual, DateTimeOffset Now)
{
    /// <summary>The step at work, else the last that is done, else the first.</summary>
    public StepRow? Current => Steps.FirstOrDefault(step => step.State == "running")
        ?? Steps.LastOrDefault(step => step.State == "completed") ?? (Steps.Count > 0 ? Steps[0] : null);

    /// <summary>Steps done.</summary>
    public int StepsDone => Steps.Count(step => step.State == "completed");

    /// <summary>How long the night has taken so far.</summary>
    public TimeSpan? Took => Run.StartedAt is { } started ? (Run.EndedAt ?? Now) - started : null;

    /// <summary>Whether its process has gone silent longer than its lease.</summary>
    public bool IsSilent => Run is { State: "running" or "stopping", HeartbeatAt: { } beat } && Now - beat > Cycle.Jobs.Runs.RunClaims.Lease;

    /// <summary>Changes when the page has to be drawn anew: another run, another state of it or of a step, or partitions where none were.</summary>
    public string Shape => $"{Run.RunId}.{Run.Attempts}.{Run.State}.{IsSilent}.{Cells.Length > 0}.{string.Concat(Steps.Select(step => step.State[0]))}";
}
