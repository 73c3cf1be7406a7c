namespace Cycle.Jobs.Schedule;

/// <summary>How the nights stand against their schedule, from good to bad.</summary>
public enum Verdict
{
    /// <summary>Everything that is due is done or on its way.</summary>
    Healthy,

    /// <summary>Nothing is late yet, but something waits for a person or for another try.</summary>
    Degraded,

    /// <summary>A person must look now.</summary>
    Unhealthy,
}
