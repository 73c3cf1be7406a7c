namespace Cycle.Jobs.Replay;

/// <summary>A fixture cannot be replayed as it is; the message is for a person.</summary>
public sealed class FixtureException : Exception
{
    /// <summary>What is wrong, where, what was expected.</summary>
    public FixtureException(string message)
        : base(message)
    {
    }

    /// <summary>Without words; not used.</summary>
    public FixtureException()
    {
    }

    /// <summary>With its cause.</summary>
    public FixtureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
