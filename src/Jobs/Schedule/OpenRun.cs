namespace Cycle.Jobs.Schedule;

/// <summary>A run that is not complete, as its row says it at this moment. Durations are by the database's clock.</summary>
/// <param name="RunId">Its number.</param>
/// <param name="BusinessDate">Its date.</param>
/// <param name="State">planned, running, stopping, stopped or failed.</param>
/// <param name="Owner">The process that works or worked on it.</param>
/// <param name="Attempts">How often it was begun or resumed.</param>
/// <param name="SilentFor">Since that process was last heard of; null when it never was.</param>
/// <param name="EndedFor">Since work on it ended; null when it never did.</param>
public sealed record OpenRun(
    long RunId, DateOnly BusinessDate, string State, string? Owner, int Attempts, TimeSpan? SilentFor, TimeSpan? EndedFor);
