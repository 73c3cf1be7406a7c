using Cycle.Rendering.Fonts;
using Cycle.Rendering.Native;

namespace Cycle.Rendering.Drawing;

/// <summary>
/// Shapes text: wording that every statement repeats is shaped once and kept, other text as long as it is asked for, through layouts that
/// are used again and again. Belongs to one thread.
/// </summary>
internal sealed class Typesetter : IDisposable
{
    // Labels and dates of a theme are a few hundred; the bound only guards against wording built from data.
    private const int MostKeptLabels = 4096;

    // Several statements of a hundred lines, some megabytes of shaped text.
    private const int MostKeptParagraphs = 1024;

    private readonly SarabunFonts fonts;
    private readonly Dictionary<(double Size, bool Bold), FontDescriptionHandle> faces = [];
    private readonly Dictionary<(string Text, double Size, bool Bold), LayoutHandle> labels = [];
    private readonly KeptLayouts paragraphs;
    private readonly Action<LayoutHandle, ParagraphKey> shape;
    private readonly Utf8Scratch utf8 = new();

    /// <param name="fonts">The fonts of the same renderer.</param>
    internal Typesetter(SarabunFonts fonts)
    {
        this.fonts = fonts;
        paragraphs = new(MostKeptParagraphs, () => Pango.pango_layout_new(fonts.Context));
        shape = Shape;
    }

    /// <summary>Characters the font has no glyph for, since the last <see cref="BeginStatement"/>; drawn as boxes with their code.</summary>
    internal int UnknownGlyphs { get; private set; }

    /// <summary>Forgets the last statement's count of unknown glyphs.</summary>
    internal void BeginStatement() => UnknownGlyphs = 0;

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
        var layout = paragraphs.Get(new(text, size, bold, width, mostLines), shape);
        UnknownGlyphs += Pango.pango_layout_get_unknown_glyphs_count(layout);
        return layout;
    }

    /// <summary>How many lines <see cref="Paragraph"/> would take, without counting its unknown glyphs.</summary>
    internal int CountLines(string text, double size, double width, int mostLines) =>
        Pango.pango_layout_get_line_count(paragraphs.Get(new(text, size, false, width, mostLines), shape));

    /// <summary>Gives all layouts and font descriptions back.</summary>
    public void Dispose()
    {
        ForgetLabels();
        paragraphs.Dispose();
        foreach (var face in faces.Values)
        {
            face.Dispose();
        }

        faces.Clear();
    }

    private void Shape(LayoutHandle layout, ParagraphKey paragraph)
    {
        Pango.pango_layout_set_font_description(layout, Face(paragraph.Size, paragraph.Bold));
        Pango.pango_layout_set_width(layout, (int)(paragraph.Width * Pango.Scale));
        Pango.pango_layout_set_height(layout, -paragraph.MostLines);
        Pango.pango_layout_set_ellipsize(layout, Pango.EllipsizeEnd);
        Pango.pango_layout_set_wrap(layout, Pango.WrapWordThenChar);
        SetText(layout, PrintableText.Clean(paragraph.Text));
        ThaiClusters.Join(layout);
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
