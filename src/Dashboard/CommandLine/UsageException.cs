namespace Cycle.Dashboard.CommandLine;

/// <summary>The command was understood, but what it names does not fit; the message is for a person. Exit code 2.</summary>
public sealed class UsageException : Exception
{
    /// <summary>What was found, what was expected.</summary>
    public UsageException(string message)
        : base(message)
    {
    }

    /// <summary>Without words; not used.</summary>
    public UsageException()
    {
    }

    /// <summary>With its cause.</summary>
    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
