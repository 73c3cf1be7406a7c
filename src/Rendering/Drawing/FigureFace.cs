using Cycle.Rendering.Fonts;
using Cycle.Rendering.Native;

namespace Cycle.Rendering.Drawing;

/// <summary>
/// One face's ASCII glyphs and widths, for figures. Sarabun's digits all have one width and need no shaping,
/// so placing them ourselves saves most of a statement's time.
/// </summary>
internal sealed class FigureFace : IDisposable
{
    private const char First = ' ';
    private const char Last = '~';

    // Measured large and scaled down, so that nothing is rounded on the way.
    private const double MeasuredSize = 1000;

    // A statement has a few sizes, and one more for each figure that had to shrink.
    private const int MostSizes = 256;

    private readonly SarabunFonts fonts;
    private readonly bool bold;
    private readonly Dictionary<double, PangoFontHandle> sizes = [];
    private readonly nuint[] glyphs = new nuint[Last - First + 1];
    private readonly double[] advances = new double[Last - First + 1];

    internal FigureFace(SarabunFonts fonts, bool bold)
    {
        (this.fonts, this.bold) = (fonts, bold);
        var scaled = At(MeasuredSize);
        for (var character = First; character <= Last; character++)
        {
            (glyphs[character - First], advances[character - First]) = Measure(scaled, [(byte)character]);
        }

        (MinusGlyph, MinusAdvance) = Measure(scaled, "\u2212"u8);
    }

    /// <summary>The cairo_scaled_font_t of a size in points, kept until the next call.</summary>
    internal nint At(double size)
    {
        if (!sizes.TryGetValue(size, out var font))
        {
            if (sizes.Count >= MostSizes)
            {
                ForgetSizes();
            }

            using var description = SarabunFonts.Describe(size, bold);
            font = Pango.pango_font_map_load_font(fonts.Map, fonts.Context, description);
            sizes.Add(size, font);
        }

        return PangoCairo.pango_cairo_font_get_scaled_font(font);
    }

    /// <summary>The true minus: what a leading hyphen of a figure is drawn as, while the text stays a hyphen that a spreadsheet reads.</summary>
    internal nuint MinusGlyph { get; }

    /// <summary>Width of the minus in ems.</summary>
    internal double MinusAdvance { get; }

    /// <summary>Whether every character can be placed by this face.</summary>
    internal static bool Covers(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange(First, Last);

    /// <summary>A character's glyph and its width in ems.</summary>
    internal (nuint Glyph, double Advance) this[char character] => (glyphs[character - First], advances[character - First]);

    /// <summary>Gives the fonts back.</summary>
    public void Dispose() => ForgetSizes();

    private void ForgetSizes()
    {
        foreach (var font in sizes.Values)
        {
            font.Dispose();
        }

        sizes.Clear();
    }

    private static unsafe (nuint Glyph, double Advance) Measure(nint scaled, ReadOnlySpan<byte> text)
    {
        CairoGlyph* glyph = null;
        var count = 0;
        fixed (byte* bytes = text)
        {
            _ = CairoText.cairo_scaled_font_text_to_glyphs(scaled, 0, 0, bytes, text.Length, &glyph, &count, 0, 0, 0);
        }

        CairoTextExtents extents;
        CairoText.cairo_scaled_font_glyph_extents(scaled, glyph, 1, &extents);
        var index = glyph->Index;
        CairoText.cairo_glyph_free(glyph);
        return (index, extents.XAdvance / MeasuredSize);
    }
}
