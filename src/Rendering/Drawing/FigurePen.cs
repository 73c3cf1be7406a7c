using System.Text;
using Cycle.Rendering.Fonts;
using Cycle.Rendering.Native;

namespace Cycle.Rendering.Drawing;

/// <summary>Draws short ASCII texts (amounts, rates, masked card numbers) glyph by glyph. Belongs to one thread.</summary>
internal sealed class FigurePen(SarabunFonts fonts) : IDisposable
{
    /// <summary>The longest text that is drawn; amounts have at most 27 characters.</summary>
    internal const int MostCharacters = 64;

    private readonly FigureFace regular = new(fonts, bold: false);
    private readonly FigureFace bold = new(fonts, bold: true);

    /// <summary>Width in points.</summary>
    internal double Width(ReadOnlySpan<char> text, double size, bool isBold)
    {
        var face = isBold ? bold : regular;
        var ems = 0.0;
        for (var at = 0; at < text.Length; at++)
        {
            ems += at == 0 && text[0] == '-' ? face.MinusAdvance : face[text[at]].Advance;
        }

        return ems * size;
    }

    /// <summary>Draws with the first glyph's origin at a point of the baseline, in the current colour.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The text is longer than <see cref="MostCharacters"/>.</exception>
    internal unsafe void Draw(CairoContextHandle cairo, ReadOnlySpan<char> text, double x, double baseline, double size, bool isBold)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MostCharacters);
        var face = isBold ? bold : regular;
        var bytes = stackalloc byte[MostCharacters];
        var glyphs = stackalloc CairoGlyph[MostCharacters];
        var clusters = stackalloc CairoCluster[MostCharacters];
        Encoding.ASCII.GetBytes(text, new Span<byte>(bytes, MostCharacters));
        for (var at = 0; at < text.Length; at++)
        {
            var (glyph, advance) = at == 0 && text[0] == '-' ? (face.MinusGlyph, face.MinusAdvance) : face[text[at]];
            glyphs[at] = new CairoGlyph { Index = glyph, X = x, Y = baseline };
            clusters[at] = new CairoCluster { Bytes = 1, Glyphs = 1 };
            x += advance * size;
        }

        CairoText.cairo_set_scaled_font(cairo, face.At(size));
        CairoText.cairo_show_text_glyphs(cairo, bytes, text.Length, glyphs, text.Length, clusters, text.Length, 0);
    }

    /// <summary>Gives both faces back.</summary>
    public void Dispose()
    {
        regular.Dispose();
        bold.Dispose();
    }
}
