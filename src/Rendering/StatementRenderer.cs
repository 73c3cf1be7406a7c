using System.Globalization;
using System.Runtime.InteropServices;
using Cycle.Ledger.Accounts;
using Cycle.Rendering.Drawing;
using Cycle.Rendering.Fonts;
using Cycle.Rendering.Native;
using Cycle.Rendering.Statements;

namespace Cycle.Rendering;

/// <summary>
/// Draws statements as PDF files. One instance belongs to one thread and keeps its fonts and shaped wording from statement
/// to statement; make one a worker. Many instances may draw at once.
/// </summary>
public sealed class StatementRenderer : IDisposable
{
    private readonly Theme theme;
    private readonly Styles styles;
    private readonly SarabunFonts fonts;
    private readonly Typesetter typesetter;
    private readonly FigurePen figures;
    private readonly ByteSink sink = new();

    /// <summary>Opens the fonts.</summary>
    /// <param name="theme">Words, colours and issuer; may be shared.</param>
    /// <exception cref="MissingLibraryException">A system library is not installed.</exception>
    /// <exception cref="RenderingException">A shipped font is missing.</exception>
    public StatementRenderer(Theme theme)
    {
        ArgumentNullException.ThrowIfNull(theme);
        this.theme = theme;
        styles = new(theme.Palette);
        fonts = SarabunFonts.Open();
        typesetter = new(fonts);
        figures = new(fonts);
    }

    /// <summary>Draws one statement.</summary>
    /// <param name="document">What it shows.</param>
    /// <returns>The PDF file and what is known of it.</returns>
    /// <exception cref="RenderingException">Drawing failed; the message says why.</exception>
    public RenderedPdf Render(StatementDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var content = new StatementContent(document, theme.WordsIn(document.Account.Language), theme.Issuer, styles);
        typesetter.ResetUnknownGlyphs();
        using var surface = sink.OpenPdf(Sheet.Width, Sheet.Height);
        Describe(surface, content);
        var pages = Draw(surface, content);
        Cairo.cairo_surface_finish(surface);
        Check(Cairo.cairo_surface_status(surface));
        return new(sink.ToArray(), pages, typesetter.UnknownGlyphs);
    }

    /// <summary>Gives the fonts and everything native back.</summary>
    public void Dispose()
    {
        figures.Dispose();
        typesetter.Dispose();
        fonts.Dispose();
        sink.Dispose();
    }

    private int Draw(CairoSurfaceHandle surface, StatementContent content)
    {
        using var cairo = Cairo.cairo_create(surface);
        var canvas = new Canvas(cairo, typesetter, figures);
        var pages = StatementPdf.Draw(canvas, content, typesetter, (title, page, top) =>
            _ = Cairo.cairo_pdf_surface_add_outline(surface, 0, title, Destination(page, top), 0));
        Check(Cairo.cairo_status(cairo));
        return pages;
    }

    private static string Destination(int page, double top) =>
        string.Create(CultureInfo.InvariantCulture, $"page={page} pos=[{Sheet.Left} {top:F1}]");

    private static void Describe(CairoSurfaceHandle surface, StatementContent content)
    {
        var date = content.Document.Statement.StatementDate;
        Cairo.cairo_pdf_surface_set_metadata(surface, Cairo.MetadataTitle, $"{content.Words.DocumentTitle} {content.Date(date)}");
        Cairo.cairo_pdf_surface_set_metadata(surface, Cairo.MetadataAuthor, content.Words.IssuerName);
        Cairo.cairo_pdf_surface_set_metadata(surface, Cairo.MetadataSubject, content.Language == Language.Thai ? "th" : "en");
        Cairo.cairo_pdf_surface_set_metadata(surface, Cairo.MetadataCreator, "Cycle");

        // The clock of the business is the statement date: the same statement gives the same bytes whenever it is drawn.
        var created = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+07:00";
        Cairo.cairo_pdf_surface_set_metadata(surface, Cairo.MetadataCreated, created);
        Cairo.cairo_pdf_surface_set_metadata(surface, Cairo.MetadataModified, created);
    }

    private void Check(int status)
    {
        if (status != Cairo.StatusSuccess)
        {
            var reason = Marshal.PtrToStringUTF8(Cairo.cairo_status_to_string(status));
            throw new RenderingException($"The statement could not be drawn: {reason}.", sink.Failure);
        }
    }
}
