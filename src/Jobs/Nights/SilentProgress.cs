namespace Cycle.Jobs.Nights;

/// <summary>Progress that nobody watches.</summary>
public sealed class SilentProgress : INightProgress
{
    /// <summary>The only one there needs to be.</summary>
    public static SilentProgress Instance { get; } = new();

    private SilentProgress()
    {
    }

    /// <inheritdoc/>
    public void Begin(DateOnly date, string step, long units)
    {
    }

    /// <inheritdoc/>
    public void Advance(long units)
    {
    }

    /// <inheritdoc/>
    public void End(string summary)
    {
    }
}
