using System.Globalization;

namespace Cycle.Rendering.Drawing;

/// <summary>A colour: red, green and blue from 0 to 1.</summary>
internal readonly record struct Ink(double Red, double Green, double Blue)
{
    internal static readonly Ink White = new(1, 1, 1);

    internal static readonly Ink Black;

    /// <summary>Reads "#RRGGBB".</summary>
    /// <exception cref="FormatException">The text is not such a colour.</exception>
    internal static Ink Parse(string text)
    {
        if (text.Length != 7 || text[0] != '#'
            || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
        {
            throw new FormatException($"'{text}' is not a colour: expected #RRGGBB.");
        }

        return new((rgb >> 16) / 255.0, ((rgb >> 8) & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
    }
}
