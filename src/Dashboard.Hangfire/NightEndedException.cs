namespace Cycle.Dashboard.Hangfire;

/// <summary>A night that does not go on by itself: the words of its run.</summary>
internal sealed class NightEndedException : Exception
{
    /// <summary>It failed, or was stopped.</summary>
    /// <param name="isStopped">Whether a person stopped it.</param>
    /// <param name="words">What its run says.</param>
    public NightEndedException(bool isStopped, string words)
        : base(words) => IsStopped = isStopped;

    /// <summary>Without words; not used.</summary>
    public NightEndedException()
    {
    }

    /// <summary>A failure; not used.</summary>
    public NightEndedException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its cause; not used.</summary>
    public NightEndedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether a person stopped it.</summary>
    public bool IsStopped { get; }
}
