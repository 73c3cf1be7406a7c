using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>Something that has found its place on a page.</summary>
/// <param name="Top">Points from the top of the page.</param>
/// <param name="Draw">Draws it with its top at a y.</param>
/// <param name="Table">The table it belongs to; null for none.</param>
internal readonly record struct PlacedBlock(double Top, Action<Canvas, double> Draw, TableHead? Table)
{
    /// <summary>The bookmark that leads here; null for none.</summary>
    internal Bookmark? Bookmark { get; init; }

    /// <summary>Whether it only says again, because a page ended, what was said before.</summary>
    internal bool IsRepeat { get; init; }
}
