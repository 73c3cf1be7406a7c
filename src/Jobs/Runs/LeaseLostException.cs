namespace Cycle.Jobs.Runs;

/// <summary>Another worker has claimed this work since: nothing of ours may be written.</summary>
public sealed class LeaseLostException : Exception
{
    /// <summary>Says whose work was lost.</summary>
    public LeaseLostException(string message)
        : base(message)
    {
    }

    /// <summary>Without words; not used.</summary>
    public LeaseLostException()
    {
    }

    /// <summary>With its cause.</summary>
    public LeaseLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
