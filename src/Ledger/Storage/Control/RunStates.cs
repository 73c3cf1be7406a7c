namespace Cycle.Ledger.Storage.Control;

/// <summary>The states of runs, steps and partitions as the database keeps them.</summary>
public static class RunStates
{
    /// <summary>Not begun.</summary>
    public const string Planned = "planned";

    /// <summary>Somebody works on it.</summary>
    public const string Running = "running";

    /// <summary>Asked to stop; ends within one partition.</summary>
    public const string Stopping = "stopping";

    /// <summary>Stopped by a person; can be resumed.</summary>
    public const string Stopped = "stopped";

    /// <summary>Ended with an error; can be resumed.</summary>
    public const string Failed = "failed";

    /// <summary>Done, once and for all.</summary>
    public const string Completed = "completed";
}
