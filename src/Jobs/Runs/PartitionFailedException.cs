namespace Cycle.Jobs.Runs;

/// <summary>A partition of the run failed in another worker; its error is the message.</summary>
public sealed class PartitionFailedException : Exception
{
    /// <summary>Says what the other worker met.</summary>
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
}
