namespace Cycle.Ledger.Storage.Control;

/// <summary>One ordered step of a run, with its progress.</summary>
public sealed class RunStep
{
    /// <summary>The run.</summary>
    public long RunId { get; init; }

    /// <summary>Its place in the run, from 1.</summary>
    public short Number { get; init; }

    /// <summary>Its name, such as intake or close.</summary>
    public required string Name { get; init; }

    /// <summary>planned, running, completed or failed.</summary>
    public string State { get; set; } = RunStates.Planned;

    /// <summary>What there is to do: accounts, files or statements.</summary>
    public long Units { get; set; }

    /// <summary>What is done of it.</summary>
    public long UnitsDone { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Its counts and control totals as JSON.</summary>
    public string? Result { get; set; }
}
