namespace Cycle.Jobs.Replay;

/// <summary>How cases are replayed.</summary>
/// <param name="Output">Where outputs are kept, one folder a case; null keeps none.</param>
/// <param name="UpdatesExpected">Whether the expected files that a case has are replaced by what was made.</param>
/// <param name="Workers">Partitions worked on at once in a case, 1 or more.</param>
/// <param name="Tariffs">The folder of shipped tariffs.</param>
public sealed record ReplayOptions(string? Output, bool UpdatesExpected, int Workers, string Tariffs);
