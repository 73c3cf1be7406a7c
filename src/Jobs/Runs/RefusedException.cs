namespace Cycle.Jobs.Runs;

/// <summary>A rule refuses what was asked: already complete, an earlier date open, somebody else at work. Exit code 3.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>A refusal in words for a person: what, why, what to do.</summary>
    public RefusedException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal without words; not used.</summary>
    public RefusedException()
    {
    }

    /// <summary>A refusal with its cause.</summary>
    public RefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
