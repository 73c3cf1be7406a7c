using Cycle.Dashboard.Web.Reading;

namespace Cycle.Dashboard.Web.Api;

/// <summary>A run.</summary>
/// <param name="RunId">Its number.</param>
/// <param name="BusinessDate">The business date.</param>
/// <param name="State">planned, running, stopping, stopped, failed or completed.</param>
/// <param name="StartedAt">When work first began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Attempts">How often it was started or resumed.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="Steps">Its steps; only when one run is asked for.</param>
internal sealed record ApiRun(
    long RunId, DateOnly BusinessDate, string State, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, int Attempts, string? Error,
    IReadOnlyList<ApiStep>? Steps)
{
    /// <summary>A run as it was read.</summary>
    public static ApiRun Of(RunRow run, IReadOnlyList<StepRow>? steps = null) => new(
        run.RunId, run.BusinessDate, run.State, run.StartedAt, run.EndedAt, run.Attempts, run.Error,
        steps is null ? null : [.. steps.Select(step => new ApiStep(step.Number, step.Name, step.State, step.Units, step.Done, step.StartedAt, step.EndedAt))]);
}
