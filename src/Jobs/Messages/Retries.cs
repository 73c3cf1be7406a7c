namespace Cycle.Jobs.Messages;

/// <summary>How a message that met a passing fault is tried again: each wait twice the one before, up to a longest.</summary>
/// <param name="Attempts">Attempts before a message becomes a dead letter, 1 or more.</param>
/// <param name="First">The wait after the first fault.</param>
/// <param name="Longest">No wait is longer.</param>
public sealed record Retries(int Attempts, TimeSpan First, TimeSpan Longest)
{
    private const int MostDoublings = 30;

    /// <summary>The wait after some faults in a row.</summary>
    /// <param name="faults">How many, 1 or more.</param>
    public TimeSpan After(int faults)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(faults, 1);
        var doublings = Math.Min(faults - 1, MostDoublings);
        // Held against the longest before it is doubled: afterwards it might be more than can be counted.
        return First.Ticks > Longest.Ticks >> doublings ? Longest : TimeSpan.FromTicks(First.Ticks << doublings);
    }
}
