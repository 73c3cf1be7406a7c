using Cycle.Rendering.Native;

namespace Cycle.Rendering.Drawing;

/// <content>Rules, which are drawn when the page ends.</content>
internal sealed partial class Canvas
{
    // The order of an ordered dictionary is that of the first rule of each look, so that the same page has the same bytes.
    private readonly OrderedDictionary<(double Thickness, Ink Ink), List<(double X, double Y, double Width)>> rules = [];

    /// <summary>
    /// Draws a horizontal rule with its middle at a y, when the page ends: all rules of a page that look alike are one stroke, since each
    /// piece Cairo draws alone costs it more the more there are on the page. Nothing may stand on a rule.
    /// </summary>
    internal void Rule(double x, double y, double width, double thickness, Ink ink)
    {
        if (!rules.TryGetValue((thickness, ink), out var alike))
        {
            rules.Add((thickness, ink), alike = []);
        }

        alike.Add((x, y, width));
    }

    private void StrokeRules()
    {
        foreach (var ((thickness, ink), alike) in rules)
        {
            UseInk(ink);
            CairoPaths.cairo_set_line_width(cairo, thickness);
            foreach (var (x, y, width) in alike)
            {
                CairoPaths.cairo_move_to(cairo, x, y);
                CairoPaths.cairo_line_to(cairo, x + width, y);
            }

            CairoPaths.cairo_stroke(cairo);
        }

        rules.Clear();
    }
}
