namespace Cycle.Jobs.Schedule;

/// <summary>What becomes of a firing that came when no host was there to hear it.</summary>
public enum MisfirePolicy
{
    /// <summary>It is made up as soon as a host is there.</summary>
    RunNow,

    /// <summary>Its dates wait for the next firing.</summary>
    WaitForNext,
}
