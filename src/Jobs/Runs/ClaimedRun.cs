namespace Cycle.Jobs.Runs;

/// <summary>A run this process works on.</summary>
/// <param name="RunId">Its number.</param>
/// <param name="BusinessDate">The business date.</param>
/// <param name="FencingToken">Ours; a newer claim has a higher one.</param>
/// <param name="IsResumed">Whether work on it had begun before.</param>
public sealed record ClaimedRun(long RunId, DateOnly BusinessDate, long FencingToken, bool IsResumed);
