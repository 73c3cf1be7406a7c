using Cycle.Rendering.Native;

namespace Cycle.Rendering.Drawing;

/// <summary>One statement's pages while they are drawn: text on baselines and simple shapes. Points, y downwards.</summary>
internal sealed partial class Canvas(CairoContextHandle cairo, Typesetter typesetter, FigurePen figures)
{
    // Below this a figure is no longer legible in print; it is still drawn whole.
    private const double SmallestFigure = 4;

    private int page = 1;
    private Ink? inkInUse;

    /// <summary>Where every text drawn is noted, in order; null when nobody wants to know.</summary>
    internal ICollection<DrawnText>? Notes { get; init; }

    /// <summary>Draws wording that repeats from statement to statement, on one line.</summary>
    internal void Label(string text, TextStyle style, double x, double baseline, Align align = Align.Left)
    {
        var before = ShowLine(typesetter.Label(text, style.Size, style.Bold), style, x, baseline, align);
        Note(text, style, x - before, baseline);
    }

    /// <summary>Width in points of a <see cref="Label"/>.</summary>
    internal double LabelWidth(string text, TextStyle style) => WidthOf(typesetter.Label(text, style.Size, style.Bold));

    /// <summary>Draws the holder's own text on one line, ended by an ellipsis where it is wider than the room.</summary>
    internal void Text(string text, TextStyle style, double x, double baseline, double width)
    {
        if (text.Length > 0)
        {
            ShowLine(typesetter.Paragraph(text, style.Size, style.Bold, width, 1), style, x, baseline, Align.Left);
            Note(text, style, x, baseline, width);
        }
    }

    /// <summary>Draws text on at most a number of lines, the first on a baseline.</summary>
    /// <returns>The height drawn in points.</returns>
    internal double Paragraph(string text, TextStyle style, double x, double baseline, double width, int mostLines)
    {
        var layout = typesetter.Paragraph(text, style.Size, style.Bold, width, mostLines);
        var ascent = (double)Pango.pango_layout_get_baseline(layout) / Pango.Scale;
        UseInk(style.Ink);
        CairoPaths.cairo_move_to(cairo, x, baseline - ascent);
        PangoCairo.pango_cairo_show_layout(cairo, layout);
        Pango.pango_layout_get_size(layout, out _, out var height);
        Note(text, style, x, baseline, width, mostLines);
        return (double)height / Pango.Scale;
    }

    /// <summary>
    /// Draws an ASCII figure whole: it shrinks where it is wider than the room, and is never cut.
    /// Anything else that strays in is drawn as <see cref="Text"/>.
    /// </summary>
    internal void Figure(string text, TextStyle style, double x, double baseline, double room, Align align = Align.Right)
    {
        if (!FigureFace.Covers(text) || text.Length > FigurePen.MostCharacters)
        {
            var before = ShowLine(typesetter.Paragraph(text, style.Size, style.Bold, room, 1), style, x, baseline, align);
            Note(text, style, x - before, baseline, room);
            return;
        }

        var size = style.Size;
        var width = figures.Width(text, size, style.Bold);
        if (width > room)
        {
            size = Math.Max(SmallestFigure, size * room / width);
            width = figures.Width(text, size, style.Bold);
        }

        UseInk(style.Ink);
        figures.Draw(cairo, text, x - Before(width, align), baseline, size, style.Bold);
        Note(text, style with { Size = size }, x - Before(width, align), baseline);
    }

    /// <summary>Width in points of a <see cref="Figure"/> that has all the room it wants.</summary>
    internal double FigureWidth(string text, TextStyle style) =>
        FigureFace.Covers(text) ? figures.Width(text, style.Size, style.Bold) : LabelWidth(text, style);

    private static double WidthOf(LayoutHandle layout)
    {
        Pango.pango_layout_get_size(layout, out var width, out _);
        return (double)width / Pango.Scale;
    }

    private static double Before(double width, Align align) => align switch
    {
        Align.Right => width,
        Align.Centre => width / 2,
        _ => 0,
    };

    /// <returns>How far left of x the line begins.</returns>
    private double ShowLine(LayoutHandle layout, TextStyle style, double x, double baseline, Align align)
    {
        var before = align == Align.Left ? 0 : Before(WidthOf(layout), align);
        UseInk(style.Ink);
        CairoPaths.cairo_move_to(cairo, x - before, baseline);
        PangoCairo.pango_cairo_show_layout_line(cairo, Pango.pango_layout_get_line_readonly(layout, 0));
        return before;
    }

    private void Note(string text, TextStyle style, double x, double baseline, double width = 0, int mostLines = 1) =>
        Notes?.Add(new(page, text, style, x, baseline, width, mostLines));

    private void UseInk(Ink ink)
    {
        if (ink != inkInUse)
        {
            CairoPaths.cairo_set_source_rgb(cairo, ink.Red, ink.Green, ink.Blue);
            inkInUse = ink;
        }
    }
}
