using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>The theme's colours, ready to draw with.</summary>
internal sealed record Palette(
    Ink Brand, Ink Accent, Ink OnBrand, Ink Tint, Ink Hairline, Ink Text, Ink Muted, Ink Alert, Ink AlertTint)
{
    /// <summary>Reads the colours.</summary>
    /// <exception cref="FormatException">One is not "#RRGGBB".</exception>
    internal static Palette Of(Colours colours) => new(
        Ink.Parse(colours.Brand),
        Ink.Parse(colours.Accent),
        Ink.Parse(colours.OnBrand),
        Ink.Parse(colours.Tint),
        Ink.Parse(colours.Hairline),
        Ink.Parse(colours.Text),
        Ink.Parse(colours.Muted),
        Ink.Parse(colours.Alert),
        Ink.Parse(colours.AlertTint));
}
