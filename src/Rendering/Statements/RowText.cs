namespace Cycle.Rendering.Statements;

/// <summary>How high a table's row is, in points.</summary>
internal static class RowText
{
    /// <summary>A row of one line.</summary>
    internal const double LineHeight = 13.5;

    /// <summary>From a line of a row to the next.</summary>
    internal const double FurtherLineHeight = 10.9;

    /// <summary>A row whose text takes a number of lines.</summary>
    internal static double Height(int lines) => LineHeight + ((lines - 1) * FurtherLineHeight);
}
