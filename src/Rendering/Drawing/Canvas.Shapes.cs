using Cycle.Rendering.Drawing.Vector;
using Cycle.Rendering.Native;
using Cycle.Rendering.Qr;

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

    /// <summary>Draws square modules as one picture of a bit each, which a PDF holds in a few hundred bytes; nothing smooths their edges.</summary>
    /// <param name="grid">One for dark.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top edge.</param>
    /// <param name="module">Side of a module in points.</param>
    /// <param name="ink">Colour.</param>
    internal unsafe void Modules(QrGrid grid, double x, double y, double module, Ink ink)
    {
        UseInk(ink);
        fixed (ulong* rows = grid.Rows)
        {
            // Cairo takes its own copy when the picture is given back, which happens before the rows may move again.
            using var picture = CairoMasks.cairo_image_surface_create_for_data(rows, CairoMasks.FormatA1, grid.Side, grid.Side, sizeof(ulong));
            using var pattern = CairoMasks.cairo_pattern_create_for_surface(picture);
            CairoMasks.cairo_pattern_set_filter(pattern, CairoMasks.FilterNearest);
            CairoMasks.cairo_pattern_set_matrix(pattern, new(1 / module, 0, 0, 1 / module, -x / module, -y / module));
            CairoMasks.cairo_mask(cairo, pattern);
        }
    }

    /// <summary>Ends the page.</summary>
    internal void EndPage()
    {
        StrokeRules();
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
