using Cycle.Rendering.Native;

namespace Cycle.Rendering.Drawing;

/// <content>Shapes.</content>
internal sealed partial class Canvas
{
    /// <summary>Fills a rectangle.</summary>
    internal void Box(double x, double y, double width, double height, Ink ink)
    {
        UseInk(ink);
        CairoPaths.cairo_rectangle(cairo, x, y, width, height);
        CairoPaths.cairo_fill(cairo);
    }

    /// <summary>Fills a rectangle with round corners.</summary>
    internal void Panel(double x, double y, double width, double height, double radius, Ink ink)
    {
        UseInk(ink);
        CairoPaths.cairo_new_sub_path(cairo);
        CairoPaths.cairo_arc(cairo, x + width - radius, y + radius, radius, -Math.PI / 2, 0);
        CairoPaths.cairo_arc(cairo, x + width - radius, y + height - radius, radius, 0, Math.PI / 2);
        CairoPaths.cairo_arc(cairo, x + radius, y + height - radius, radius, Math.PI / 2, Math.PI);
        CairoPaths.cairo_arc(cairo, x + radius, y + radius, radius, Math.PI, Math.PI * 3 / 2);
        CairoPaths.cairo_close_path(cairo);
        CairoPaths.cairo_fill(cairo);
    }

    /// <summary>Draws a horizontal rule with its middle at a y. A filled rectangle takes fewer words in a PDF than a stroke.</summary>
    internal void Rule(double x, double y, double width, double thickness, Ink ink) =>
        Box(x, y - (thickness / 2), width, thickness, ink);

    /// <summary>Draws a horizontal line of dashes: where to cut.</summary>
    internal void CutLine(double x, double y, double width, Ink ink)
    {
        UseInk(ink);
        CairoPaths.cairo_set_dash(cairo, [3, 3], 2, 0);
        CairoPaths.cairo_set_line_width(cairo, 0.6);
        CairoPaths.cairo_move_to(cairo, x, y);
        CairoPaths.cairo_line_to(cairo, x + width, y);
        CairoPaths.cairo_stroke(cairo);
        CairoPaths.cairo_set_dash(cairo, [], 0, 0);
    }

    /// <summary>Draws an open ring, clockwise from one angle to another.</summary>
    internal void Ring(double x, double y, double radius, double thickness, double fromRadians, double toRadians, Ink ink)
    {
        UseInk(ink);
        CairoPaths.cairo_set_line_width(cairo, thickness);
        CairoPaths.cairo_new_sub_path(cairo);
        CairoPaths.cairo_arc(cairo, x, y, radius, fromRadians, toRadians);
        CairoPaths.cairo_stroke(cairo);
    }

    /// <summary>Fills a disc.</summary>
    internal void Disc(double x, double y, double radius, Ink ink)
    {
        UseInk(ink);
        CairoPaths.cairo_new_sub_path(cairo);
        CairoPaths.cairo_arc(cairo, x, y, radius, 0, Math.PI * 2);
        CairoPaths.cairo_fill(cairo);
    }

    /// <summary>Draws one horizontal row of bars as a dashed stroke: the fewest words a PDF has for a row of squares.</summary>
    /// <param name="x">Where the first bar begins.</param>
    /// <param name="y">The row's middle.</param>
    /// <param name="thickness">Height of the bars in points.</param>
    /// <param name="lengths">Lengths of bar, gap, bar and so on, of an even count.</param>
    /// <param name="ink">Colour.</param>
    internal void Bars(double x, double y, double thickness, ReadOnlySpan<double> lengths, Ink ink)
    {
        var width = 0.0;
        foreach (var length in lengths[..^1])
        {
            width += length;
        }

        UseInk(ink);
        CairoPaths.cairo_set_line_width(cairo, thickness);
        CairoPaths.cairo_set_dash(cairo, lengths, lengths.Length, 0);
        CairoPaths.cairo_move_to(cairo, x, y);
        CairoPaths.cairo_line_to(cairo, x + width, y);
        CairoPaths.cairo_stroke(cairo);
        CairoPaths.cairo_set_dash(cairo, [], 0, 0);
    }

    /// <summary>Ends the page.</summary>
    internal void EndPage() => Cairo.cairo_show_page(cairo);
}
