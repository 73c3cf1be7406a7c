namespace Cycle.Jobs.Runs;

/// <summary>A partition of the run failed in another worker; its error is the message.</summary>
public sealed class PartitionFailedException : Exception
{
    /// <summary>Says what the other worker met.</summary>
    /// <param name="message">Its words.</param>
    /// <param name="passes">Whether it was a fault that passes by itself.</param>
    public PartitionFailedException(string message, bool passes)
        : base(message) => Passes = passes;

    /// <summary>Says what the other worker met, a fault that a person must mend.</summary>
    public PartitionFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Without words; not used.</summary>
    public PartitionFailedException()
    {
    }

    /// <summary>With its cause.</summary>
    public PartitionFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether trying again is worth it: the other worker met a lost connection, not an error of the business.</summary>
    public bool Passes { get; }
}
