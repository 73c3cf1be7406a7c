namespace Cycle.Ledger.Storage.Control;

/// <summary>One run of a job for a business date. Its row is the truth; whoever works on it only moves it along.</summary>
public sealed class Run
{
    /// <summary>Its number.</summary>
    public long RunId { get; init; }

    /// <summary>What is run, such as NIGHT.</summary>
    public required string Job { get; init; }

    /// <summary>The business date.</summary>
    public DateOnly BusinessDate { get; init; }

    /// <summary>What else identifies it; empty for a plain night.</summary>
    public string Parameters { get; init; } = "";

    /// <summary>planned, running, stopping, stopped, failed or completed.</summary>
    public string State { get; set; } = RunStates.Planned;

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When work on it first began.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it completed, failed or stopped.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The process that works on it.</summary>
    public string? Owner { get; set; }

    /// <summary>When that process last said it was alive.</summary>
    public DateTimeOffset? HeartbeatAt { get; set; }

    /// <summary>Raised by every claim; a process with an older token may not write.</summary>
    public long FencingToken { get; set; }

    /// <summary>How often it was started or resumed.</summary>
    public int Attempts { get; set; }

    /// <summary>What went wrong, in words for a person.</summary>
    public string? Error { get; set; }
}
