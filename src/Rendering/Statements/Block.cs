using Cycle.Ledger;
using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>A piece of a statement that is never broken over two pages.</summary>
/// <param name="Height">Points.</param>
/// <param name="Draw">Draws it with its top at a y.</param>
internal sealed record Block(double Height, Action<Canvas, double> Draw)
{
    /// <summary>The table it is a row of; its head is repeated on every page.</summary>
    internal TableHead? Table { get; init; }

    /// <summary>The sum so far of the group it belongs to, when the group goes on after it.</summary>
    internal Money? RunningSum { get; init; }

    /// <summary>Whether the next block must stand on the same page.</summary>
    internal bool KeepWithNext { get; init; }

    /// <summary>Whether it stands at the foot of its page, whatever is above.</summary>
    internal bool AtFoot { get; init; }

    /// <summary>The name under which the PDF's outline leads here; null for none.</summary>
    internal string? Bookmark { get; init; }
}
