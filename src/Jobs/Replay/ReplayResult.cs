namespace Cycle.Jobs.Replay;

/// <summary>How a case went.</summary>
/// <param name="Name">The case.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Compared">Expected files compared.</param>
/// <param name="Differences">What differs, readable; empty when all agree.</param>
public sealed record ReplayResult(string Name, string Title, int Compared, IReadOnlyList<string> Differences)
{
    /// <summary>Whether every expected file agrees byte for byte.</summary>
    public bool Agrees => Differences.Count == 0;
}
