namespace Cycle.Jobs.Schedule;

/// <summary>What a host does about the earliest open run.</summary>
public enum NextMove
{
    /// <summary>Nothing now: somebody works on it, it waits for a person, or for its next try.</summary>
    Wait,

    /// <summary>Run it, or go on with it.</summary>
    Run,

    /// <summary>A person asked it to stop and its process died before it had: it is stopped.</summary>
    MarkStopped,
}
