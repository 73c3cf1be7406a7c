using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>A piece of a statement that is never broken over two pages.</summary>
/// <param name="Height">Points.</param>
/// <param name="Draw">Draws it with its top at a y.</param>
internal sealed record Block(double Height, Action<Canvas, double> Draw)
{
    /// <summary>The table it is a row of; its head is repeated on every page.</summary>
    internal TableHead? Table { get; init; }

    /// <summary>What goes over to the next page when the page ends after it; null when its group ends with it.</summary>
    internal CarriedSum? Carried { get; init; }

    /// <summary>Whether the next block must stand on the same page.</summary>
    internal bool KeepWithNext { get; init; }

    /// <summary>The entry of the PDF's outline that leads here; null for none.</summary>
    internal Bookmark? Bookmark { get; init; }
}
