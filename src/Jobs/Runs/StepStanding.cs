namespace Cycle.Jobs.Runs;

/// <summary>Where a step over accounts stands.</summary>
/// <param name="Open">Partitions not completed.</param>
/// <param name="Free">Those of them that anybody may take.</param>
/// <param name="Made">Postings, statements or messages made by those completed.</param>
/// <param name="Error">Why a partition failed, if one did.</param>
/// <param name="ErrorPasses">Whether every partition that failed met a fault that passes by itself.</param>
public sealed record StepStanding(long Open, long Free, long Made, string? Error, bool ErrorPasses);
