using Cycle.Rendering.Fonts;
using Cycle.Rendering.Native;

namespace Cycle.Rendering.Drawing;

/// <summary>
/// Shapes text: wording that every statement repeats is shaped once and kept, a holder's own text once a statement, through layouts that
/// are used again and again. Belongs to one thread.
/// </summary>
internal sealed class Typesetter(SarabunFonts fonts) : IDisposable
{
    // Labels and dates of a theme are a few hundred; the bound only guards against wording built from data.
    private const int MostKeptLabels = 4096;

    // More than a statement of a hundred lines has; a longer one shapes some of its texts again.
    private const int MostKeptParagraphs = 1024;

    private readonly Dictionary<(double Size, bool Bold), FontDescriptionHandle> faces = [];
    private readonly Dictionary<(string Text, double Size, bool Bold), LayoutHandle> labels = [];
    private readonly Dictionary<(string Text, double Size, bool Bold, double Width, int MostLines), LayoutHandle> paragraphs = [];
    private readonly Stack<LayoutHandle> idle = [];
    private readonly Utf8Scratch utf8 = new();

    /// <summary>Characters the font has no glyph for, since the last <see cref="BeginStatement"/>; drawn as boxes with their code.</summary>
    internal int UnknownGlyphs { get; private set; }

    /// <summary>Forgets the last statement's own texts and its count of unknown glyphs.</summary>
    internal void BeginStatement()
    {
        ForgetParagraphs();
        UnknownGlyphs = 0;
    }

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
        var layout = Shaped(text, size, bold, width, mostLines);
        UnknownGlyphs += Pango.pango_layout_get_unknown_glyphs_count(layout);
        return layout;
    }

    /// <summary>How many lines <see cref="Paragraph"/> would take, without counting its unknown glyphs.</summary>
    internal int CountLines(string text, double size, double width, int mostLines) =>
        Pango.pango_layout_get_line_count(Shaped(text, size, false, width, mostLines));

    /// <summary>A holder's text, shaped once a statement however often it is measured and drawn in it.</summary>
    private LayoutHandle Shaped(string text, double size, bool bold, double width, int mostLines)
    {
        var key = (text, size, bold, width, mostLines);
        if (paragraphs.TryGetValue(key, out var known))
        {
            return known;
        }

        if (paragraphs.Count >= MostKeptParagraphs)
        {
            ForgetParagraphs();
        }

        var layout = idle.TryPop(out var used) ? used : Pango.pango_layout_new(fonts.Context);
        Pango.pango_layout_set_font_description(layout, Face(size, bold));
        Pango.pango_layout_set_width(layout, (int)(width * Pango.Scale));
        Pango.pango_layout_set_height(layout, -mostLines);
        Pango.pango_layout_set_ellipsize(layout, Pango.EllipsizeEnd);
        Pango.pango_layout_set_wrap(layout, Pango.WrapWordThenChar);
        SetText(layout, PrintableText.Clean(text));
        ThaiClusters.Join(layout);
        paragraphs.Add(key, layout);
        return layout;
    }

    private void ForgetParagraphs()
    {
        foreach (var layout in paragraphs.Values)
        {
            idle.Push(layout);
        }

        paragraphs.Clear();
    }

    /// <summary>Gives all layouts and font descriptions back.</summary>
    public void Dispose()
    {
        ForgetLabels();
        ForgetParagraphs();
        while (idle.TryPop(out var layout))
        {
            layout.Dispose();
        }

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
