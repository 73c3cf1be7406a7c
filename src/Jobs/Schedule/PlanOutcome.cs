namespace Cycle.Jobs.Schedule;

/// <summary>What a call of the planner came to.</summary>
/// <param name="Dates">The business dates to plan, or that were planned, in order; often none.</param>
/// <param name="Refusal">Why dates that are due are left to a person, in words; null when none are.</param>
public sealed record PlanOutcome(IReadOnlyList<DateOnly> Dates, string? Refusal)
{
    /// <summary>Nothing is due.</summary>
    public static readonly PlanOutcome Nothing = new([], null);
}
