namespace Cycle.Jobs.Nights;

/// <summary>Told how a night moves on, so that a terminal can show it.</summary>
public interface INightProgress
{
    /// <summary>A step begins.</summary>
    /// <param name="date">The business date.</param>
    /// <param name="step">The step's name.</param>
    /// <param name="units">How much there is to do, when it is known.</param>
    void Begin(DateOnly date, string step, long units);

    /// <summary>Some of the step's units are done.</summary>
    void Advance(long units);

    /// <summary>The step has ended.</summary>
    /// <param name="summary">What it did, in a few words; empty when there was nothing to do.</param>
    void End(string summary);

    /// <summary>Something passed that a person should hear of; the night goes on.</summary>
    /// <param name="words">What, without any card number.</param>
    void Say(string words)
    {
        // Whoever only counts need not listen.
    }
}
