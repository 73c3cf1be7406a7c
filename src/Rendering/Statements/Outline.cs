using System.Globalization;
using Cycle.Rendering.Native;

namespace Cycle.Rendering.Statements;

/// <summary>The bookmarks of a statement while it is drawn.</summary>
internal sealed class Outline(CairoSurfaceHandle surface)
{
    private int lastPart = Cairo.OutlineRoot;

    /// <summary>Adds a bookmark.</summary>
    /// <param name="title">What it says.</param>
    /// <param name="level">0 for a part, 1 for what belongs to the part before it.</param>
    /// <param name="page">Where it leads to, from 1.</param>
    /// <param name="top">How far down the page, in points.</param>
    internal void Add(string title, int level, int page, double top)
    {
        var destination = string.Create(CultureInfo.InvariantCulture, $"page={page} pos=[{Sheet.Left} {top:F1}]");
        var entry = Cairo.cairo_pdf_surface_add_outline(
            surface, level == 0 ? Cairo.OutlineRoot : lastPart, title, destination, level == 0 ? Cairo.OutlineOpen : 0);
        if (level == 0)
        {
            lastPart = entry;
        }
    }
}
