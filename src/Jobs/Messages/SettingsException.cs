namespace Cycle.Jobs.Messages;

/// <summary>A settings file cannot be used; the message names every problem: place, what was found, what was expected.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>The problems, one a line.</summary>
    public SettingsException(string message)
        : base(message)
    {
    }

    /// <summary>Without words; not used.</summary>
    public SettingsException()
    {
    }

    /// <summary>With its cause.</summary>
    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
