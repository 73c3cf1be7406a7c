using Cycle.Rendering.Fonts;
using Cycle.Rendering.Native;

namespace Cycle.Rendering.Drawing;

/// <summary>
/// Shapes text: wording that every statement repeats is shaped once and kept, a holder's own text goes through
/// one layout that is used again and again. Belongs to one thread.
/// </summary>
internal sealed class Typesetter(SarabunFonts fonts) : IDisposable
{
    // Labels and dates of a theme are a few hundred; the bound only guards against wording built from data.
    private const int MostKeptLabels = 4096;

    private readonly Dictionary<(double Size, bool Bold), FontDescriptionHandle> faces = [];
    private readonly Dictionary<(string Text, double Size, bool Bold), LayoutHandle> labels = [];
    private readonly LayoutHandle scratch = Pango.pango_layout_new(fonts.Context);
    private readonly Utf8Scratch utf8 = new();

    /// <summary>Characters the font has no glyph for, since the last <see cref="ResetUnknownGlyphs"/>; drawn as boxes with their code.</summary>
    internal int UnknownGlyphs { get; private set; }

    /// <summary>Starts the count for the next statement.</summary>
    internal void ResetUnknownGlyphs() => UnknownGlyphs = 0;

    /// <summary>A repeated text on one line, shaped once.</summary>
    internal LayoutHandle Label(string text, double size, bool bold)
    {
        if (labels.TryGetValue((text, size, bold), out var kept))
        {
            return kept;
        }

        if (labels.Count >= MostKeptLabels)
        {
            ForgetLabels();
        }

        var layout = Pango.pango_layout_new(fonts.Context);
        Pango.pango_layout_set_font_description(layout, Face(size, bold));
        SetText(layout, text);
        ThaiClusters.Join(layout);
        labels.Add((text, size, bold), layout);
        return layout;
    }

    /// <summary>Text on at most <paramref name="mostLines"/> lines of a width, ended by an ellipsis when it is longer. Valid until the next call.</summary>
    internal LayoutHandle Paragraph(string text, double size, bool bold, double width, int mostLines)
    {
        Pango.pango_layout_set_font_description(scratch, Face(size, bold));
        Pango.pango_layout_set_width(scratch, (int)(width * Pango.Scale));
        Pango.pango_layout_set_height(scratch, -mostLines);
        Pango.pango_layout_set_ellipsize(scratch, Pango.EllipsizeEnd);
        Pango.pango_layout_set_wrap(scratch, Pango.WrapWordThenChar);
        SetText(scratch, PrintableText.Clean(text));
        ThaiClusters.Join(scratch);
        UnknownGlyphs += Pango.pango_layout_get_unknown_glyphs_count(scratch);
        return scratch;
    }

    /// <summary>How many lines <see cref="Paragraph"/> would take, without counting its unknown glyphs.</summary>
    internal int CountLines(string text, double size, double width, int mostLines)
    {
        var counted = UnknownGlyphs;
        var lines = Pango.pango_layout_get_line_count(Paragraph(text, size, false, width, mostLines));
        UnknownGlyphs = counted;
        return lines;
    }

    /// <summary>Gives all layouts and font descriptions back.</summary>
    public void Dispose()
    {
        ForgetLabels();
        scratch.Dispose();
        foreach (var face in faces.Values)
        {
            face.Dispose();
        }

        faces.Clear();
    }

    private void SetText(LayoutHandle layout, string text)
    {
        var bytes = utf8.Of(text);
        Pango.pango_layout_set_text(layout, bytes, bytes.Length);
    }

    private FontDescriptionHandle Face(double size, bool bold)
    {
        if (!faces.TryGetValue((size, bold), out var face))
        {
            face = SarabunFonts.Describe(size, bold);
            faces.Add((size, bold), face);
        }

        return face;
    }

    private void ForgetLabels()
    {
        foreach (var layout in labels.Values)
        {
            layout.Dispose();
        }

        labels.Clear();
    }
}
