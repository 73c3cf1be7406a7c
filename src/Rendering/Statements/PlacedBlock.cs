using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>Something that has found its place on a page.</summary>
/// <param name="Top">Points from the top of the page.</param>
/// <param name="Draw">Draws it with its top at a y.</param>
/// <param name="Bookmark">The name under which the outline leads here; null for none.</param>
internal readonly record struct PlacedBlock(double Top, Action<Canvas, double> Draw, string? Bookmark = null);
