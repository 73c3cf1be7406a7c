namespace Cycle.Jobs.Schedule;

/// <summary>That a job is paused.</summary>
/// <param name="By">Who paused it.</param>
/// <param name="Since">When; null where the trail does not have it.</param>
public sealed record PausedJob(string By, DateTimeOffset? Since)
{
    /// <summary>"paused", and since when.</summary>
    public string Words => Since is { } since ? $"paused since {BangkokTime.Of(since):yyyy-MM-dd HH:mm}" : "paused";
}
