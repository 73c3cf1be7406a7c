using System.Text;
using Cycle.Rendering.Drawing;
using Cycle.Rendering.Fonts;
using Cycle.Rendering.Native;
using Cycle.Rendering.Statements;

namespace Cycle.Bench.Statements;

/// <summary>
/// The least that draws the same strings at the same places with Pango and Cairo: one layout used again and again, the text given to
/// it, drawn. No tables, no page breaks worked out, no codes, no bookmarks, no structure.
/// </summary>
internal sealed class BareLoop : IDisposable
{
    private readonly SarabunFonts fonts = SarabunFonts.Open();
    private readonly LayoutHandle layout;
    private readonly ByteSink sink = new();
    private readonly Dictionary<(double Size, bool Bold), FontDescriptionHandle> faces = [];
    private readonly List<(DrawnText Text, byte[] Utf8)[]> statements;
    private int drawn;

    /// <summary>A loop with fonts and a layout of its own: for one thread.</summary>
    /// <param name="statements">The strings of each statement it draws in turn, with their places.</param>
    public BareLoop(IEnumerable<IReadOnlyList<DrawnText>> statements)
    {
        layout = Pango.pango_layout_new(fonts.Context);
        this.statements = [.. statements.Select(texts => texts.Select(text => (text, Encoding.UTF8.GetBytes(text.Text))).ToArray())];
    }

    /// <summary>Draws all strings of the next statement into a PDF.</summary>
    /// <returns>The PDF's size in bytes.</returns>
    public int Draw()
    {
        var texts = statements[drawn++ % statements.Count];
        using var surface = sink.OpenPdf(Sheet.Width, Sheet.Height);
        using (var cairo = Cairo.cairo_create(surface))
        {
            var page = 1;
            foreach (var (text, utf8) in texts)
            {
                for (; page < text.Page; page++)
                {
                    Cairo.cairo_show_page(cairo);
                }

                Draw(cairo, text, utf8);
            }

            Cairo.cairo_show_page(cairo);
        }

        Cairo.cairo_surface_finish(surface);
        return sink.Written.Length;
    }

    public void Dispose()
    {
        foreach (var face in faces.Values)
        {
            face.Dispose();
        }

        layout.Dispose();
        fonts.Dispose();
        sink.Dispose();
    }

    private void Draw(CairoContextHandle cairo, DrawnText text, byte[] utf8)
    {
        Pango.pango_layout_set_font_description(layout, Face(text.Style));
        Pango.pango_layout_set_width(layout, text.Width == 0 ? -1 : (int)(text.Width * Pango.Scale));
        Pango.pango_layout_set_height(layout, -text.MostLines);
        Pango.pango_layout_set_ellipsize(layout, text.Width == 0 ? Pango.EllipsizeNone : Pango.EllipsizeEnd);
        Pango.pango_layout_set_text(layout, utf8, utf8.Length);
        var ascent = (double)Pango.pango_layout_get_baseline(layout) / Pango.Scale;
        CairoPaths.cairo_set_source_rgb(cairo, text.Style.Ink.Red, text.Style.Ink.Green, text.Style.Ink.Blue);
        CairoPaths.cairo_move_to(cairo, text.X, text.Baseline - ascent);
        PangoCairo.pango_cairo_show_layout(cairo, layout);
    }

    private FontDescriptionHandle Face(TextStyle style)
    {
        if (!faces.TryGetValue((style.Size, style.Bold), out var face))
        {
            face = SarabunFonts.Describe(style.Size, style.Bold);
            faces.Add((style.Size, style.Bold), face);
        }

        return face;
    }
}
