namespace Cycle.Jobs.Runs;

/// <summary>Statements over a whole portfolio: they take as long as it is large, seconds for a million accounts.</summary>
internal static class WholePortfolio
{
    /// <summary>How long such a statement may take, in seconds: longer than any window for a night, so that only a server that hangs ends it.</summary>
    public const int TimeoutSeconds = 4 * 60 * 60;
}
