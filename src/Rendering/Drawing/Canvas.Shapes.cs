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

    /// <summary>Draws a horizontal rule.</summary>
    internal void Rule(double x, double y, double width, double thickness, Ink ink)
    {
        UseInk(ink);
        CairoPaths.cairo_set_line_width(cairo, thickness);
        CairoPaths.cairo_move_to(cairo, x, y);
        CairoPaths.cairo_line_to(cairo, x + width, y);
        CairoPaths.cairo_stroke(cairo);
    }

    /// <summary>Draws a horizontal line of dashes: where to cut.</summary>
    internal void CutLine(double x, double y, double width, Ink ink)
    {
        CairoPaths.cairo_set_dash(cairo, [3, 3], 2, 0);
        Rule(x, y, width, 0.6, ink);
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

    /// <summary>Fills many rectangles as one shape, so that no hairline shows between neighbours.</summary>
    internal void Mosaic(IEnumerable<(double X, double Y, double Width, double Height)> tiles, Ink ink)
    {
        UseInk(ink);
        foreach (var (x, y, width, height) in tiles)
        {
            CairoPaths.cairo_rectangle(cairo, x, y, width, height);
        }

        CairoPaths.cairo_fill(cairo);
    }

    /// <summary>Ends the page.</summary>
    internal void EndPage() => Cairo.cairo_show_page(cairo);
}
