using Cycle.Rendering.Fonts;
using Cycle.Rendering.Native;

namespace Cycle.Rendering.Drawing;

/// <summary>
/// Shapes text: wording that every statement repeats is shaped once and kept, other text as long as it is asked for, through layouts that
/// are used again and again. Belongs to one thread.
/// </summary>
internal sealed class Typesetter : IDisposable
{
    // Labels and dates of a theme are a few hundred.
    private const int MostKeptLabels = 4096;

    // Several statements of a hundred lines, some megabytes of shaped text.
    private const int MostKeptParagraphs = 1024;

    private readonly SarabunFonts fonts;
    private readonly Dictionary<(double Size, bool Bold), FontDescriptionHandle> faces = [];
    private readonly KeptLayouts labels;
    private readonly KeptLayouts paragraphs;
    private readonly Utf8Scratch utf8 = new();

    /// <param name="fonts">The fonts of the same renderer.</param>
    internal Typesetter(SarabunFonts fonts)
    {
        this.fonts = fonts;
        labels = new(MostKeptLabels, NewLayout, ShapeLine);
        paragraphs = new(MostKeptParagraphs, NewLayout, ShapeParagraph);
    }

    /// <summary>Characters the font has no glyph for, since the last <see cref="BeginStatement"/>; drawn as boxes with their code.</summary>
    internal int UnknownGlyphs { get; private set; }

    /// <summary>Forgets the last statement's count of unknown glyphs.</summary>
    internal void BeginStatement() => UnknownGlyphs = 0;

    /// <summary>A repeated text on one line, shaped once.</summary>
    internal LayoutHandle Label(string text, double size, bool bold) => labels.Get(new(text, size, bold, Width: 0, MostLines: 1));

    /// <summary>Text on at most <paramref name="mostLines"/> lines of a width, ended by an ellipsis when it is longer. Valid until the next call.</summary>
    internal LayoutHandle Paragraph(string text, double size, bool bold, double width, int mostLines)
    {
        var layout = paragraphs.Get(new(text, size, bold, width, mostLines));
        UnknownGlyphs += Pango.pango_layout_get_unknown_glyphs_count(layout);
        return layout;
    }

    /// <summary>How many lines <see cref="Paragraph"/> would take, without counting its unknown glyphs.</summary>
    internal int CountLines(string text, double size, double width, int mostLines) =>
        Pango.pango_layout_get_line_count(paragraphs.Get(new(text, size, false, width, mostLines)));

    /// <summary>Gives all layouts and font descriptions back.</summary>
    public void Dispose()
    {
        labels.Dispose();
        paragraphs.Dispose();
        foreach (var face in faces.Values)
        {
            face.Dispose();
        }

        faces.Clear();
    }

    private LayoutHandle NewLayout() => Pango.pango_layout_new(fonts.Context);

    private void ShapeLine(LayoutHandle layout, ParagraphKey line)
    {
        Pango.pango_layout_set_font_description(layout, Face(line.Size, line.Bold));
        SetText(layout, line.Text);
    }

    private void ShapeParagraph(LayoutHandle layout, ParagraphKey paragraph)
    {
        Pango.pango_layout_set_font_description(layout, Face(paragraph.Size, paragraph.Bold));
        Pango.pango_layout_set_width(layout, (int)(paragraph.Width * Pango.Scale));
        Pango.pango_layout_set_height(layout, -paragraph.MostLines);
        Pango.pango_layout_set_ellipsize(layout, Pango.EllipsizeEnd);
        Pango.pango_layout_set_wrap(layout, Pango.WrapWordThenChar);
        SetText(layout, PrintableText.Clean(paragraph.Text));
    }

    private void SetText(LayoutHandle layout, string text)
    {
        var bytes = utf8.Of(text);
        Pango.pango_layout_set_text(layout, bytes, bytes.Length);
        ThaiClusters.Join(layout);
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
}
