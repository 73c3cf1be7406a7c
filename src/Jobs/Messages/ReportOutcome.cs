namespace Cycle.Jobs.Messages;

/// <summary>What became of a delivery report.</summary>
public enum ReportOutcome
{
    /// <summary>It is kept with its message; again or for the first time.</summary>
    Kept,

    /// <summary>It is no report: a number is missing.</summary>
    Malformed,

    /// <summary>Its key is not the message's: whoever sent it does not know Kannel's password, or it was changed since.</summary>
    Stranger,

    /// <summary>There is no such message here.</summary>
    Unknown,
}
