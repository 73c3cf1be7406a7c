namespace Cycle.Jobs.Nights;

/// <summary>What came of running an account later.</summary>
/// <param name="Dates">The business dates whose steps were run.</param>
/// <param name="Held">Dates of its statements that are held back, since their cycles were released before there were these statements.</param>
public sealed record RerunOutcome(IReadOnlyList<DateOnly> Dates, IReadOnlyList<DateOnly> Held);
