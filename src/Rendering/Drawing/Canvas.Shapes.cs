using Cycle.Rendering.Drawing.Vector;
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

    /// <summary>Draws a picture with its top left corner at a point.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top edge.</param>
    /// <param name="height">Height in points; the width follows.</param>
    internal void Picture(VectorPicture picture, double x, double y, double height)
    {
        var scale = height / picture.Height;
        foreach (var shape in picture.Shapes)
        {
            UseInk(shape.Ink);
            foreach (var step in shape.Steps)
            {
                Trace(step.MovedAndScaled(x, y, scale));
            }

            CairoPaths.cairo_set_fill_rule(cairo, shape.IsEvenOdd ? 1 : 0);
            CairoPaths.cairo_fill(cairo);
        }

        CairoPaths.cairo_set_fill_rule(cairo, 0);
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
    internal void EndPage()
    {
        Cairo.cairo_show_page(cairo);
        page++;
    }

    private void Trace(PathStep step)
    {
        switch (step.Kind)
        {
            case PathStepKind.Move:
                CairoPaths.cairo_move_to(cairo, step.X, step.Y);
                break;
            case PathStepKind.Line:
                CairoPaths.cairo_line_to(cairo, step.X, step.Y);
                break;
            case PathStepKind.Curve:
                CairoPaths.cairo_curve_to(cairo, step.X1, step.Y1, step.X2, step.Y2, step.X, step.Y);
                break;
            default:
                CairoPaths.cairo_close_path(cairo);
                break;
        }
    }
}
