namespace Cycle.Rendering.Statements;

/// <summary>The A4 sheet in points: margins, and where the flow of a page begins and ends.</summary>
internal static class Sheet
{
    internal const double Width = 595.276;
    internal const double Height = 841.89;
    internal const double Left = 42;
    internal const double Right = Width - Left;
    internal const double Room = Right - Left;

    /// <summary>Where the flow begins on every page but the first, whose head has its own height.</summary>
    internal const double FlowTop = 64;

    /// <summary>Where the flow ends; below it stands the foot.</summary>
    internal const double FlowBottom = 800;
}
