namespace Cycle.Jobs.Workers;

/// <summary>A worker ended though nobody asked it to. Its log was told why when it happened; the message says what to do.</summary>
public sealed class WorkerEndedException : Exception
{
    /// <summary>Says what to do.</summary>
    public WorkerEndedException(string message)
        : base(message)
    {
    }

    /// <summary>Without words; not used.</summary>
    public WorkerEndedException()
    {
    }

    /// <summary>With its cause.</summary>
    public WorkerEndedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
