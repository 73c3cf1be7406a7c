namespace Cycle.Jobs.Runs;

/// <summary>What was asked is done and kept, but not what follows from it: says both, and what makes it good. Exit code 1.</summary>
public sealed class UnfinishedException : Exception
{
    /// <summary>What was done, what was not and why, with its cause.</summary>
    public UnfinishedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Without words; not used.</summary>
    public UnfinishedException()
    {
    }

    /// <summary>Without a cause; not used.</summary>
    public UnfinishedException(string message)
        : base(message)
    {
    }
}
