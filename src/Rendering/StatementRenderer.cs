using System.Globalization;
using System.Runtime.InteropServices;
using Cycle.Ledger.Accounts;
using Cycle.Rendering.Drawing;
using Cycle.Rendering.Fonts;
using Cycle.Rendering.Native;
using Cycle.Rendering.Pdf;
using Cycle.Rendering.Statements;

namespace Cycle.Rendering;

/// <summary>
/// Draws statements as PDF files. One instance belongs to one thread and keeps its fonts and shaped wording from statement
/// to statement; make one a worker. Many instances may draw at once.
/// </summary>
public sealed class StatementRenderer : IDisposable
{
    /// <summary>Counts the changes of this room that move a statement's bytes.</summary>
    private const int Layout = 4;

    private const int ShownHashDigits = 12;

    private readonly Theme theme;
    private readonly Styles styles;
    private readonly SarabunFonts fonts;
    private readonly Typesetter typesetter;
    private readonly FigurePen figures;
    private readonly ByteSink sink = new();
    private string? drawnWith;

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

    /// <summary>
    /// What decides the bytes beside the document: this program, the fonts, the theme and the system's libraries, each with its version.
    /// Statements drawn with the same words have the same bytes.
    /// </summary>
    public string DrawnWith => drawnWith ??=
        $"cycle {typeof(StatementRenderer).Assembly.GetName().Version?.ToString(3)}; layout {Layout}; fonts {SarabunFonts.Sha256[..ShownHashDigits]}; theme {theme.Sha256[..ShownHashDigits]}; {LibraryVersions.Words()}";

    /// <summary>Draws one statement.</summary>
    /// <param name="document">What it shows.</param>
    /// <returns>The PDF file and what is known of it.</returns>
    /// <exception cref="RenderingException">Drawing failed; the message says why.</exception>
    public RenderedPdf Render(StatementDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Render(document, notes: null);
    }

    /// <summary>Draws one statement and notes every text of it.</summary>
    internal RenderedPdf Render(StatementDocument document, ICollection<DrawnText>? notes)
    {
        var content = new StatementContent(document, theme.WordsIn(document.Account.Language), theme.Issuer, theme.Logo, styles);
        typesetter.BeginStatement();
        using var surface = sink.OpenPdf(Sheet.Width, Sheet.Height);
        Describe(surface, content);
        var pages = Draw(surface, content, notes);
        Cairo.cairo_surface_finish(surface);
        Check(Cairo.cairo_surface_status(surface));
        return new(PdfTail.Complete(sink.Written, content.Language == Language.Thai ? "th-TH" : "en-GB"), pages, typesetter.UnknownGlyphs);
    }

    /// <summary>Gives the fonts and everything native back.</summary>
    public void Dispose()
    {
        figures.Dispose();
        typesetter.Dispose();
        fonts.Dispose();
        sink.Dispose();
    }

    private int Draw(CairoSurfaceHandle surface, StatementContent content, ICollection<DrawnText>? notes)
    {
        using var cairo = Cairo.cairo_create(surface);
        var canvas = new Canvas(cairo, typesetter, figures) { Notes = notes };
        var pages = new StatementPdf(canvas, content, typesetter, new Outline(surface)).Draw();
        Check(Cairo.cairo_status(cairo));
        return pages;
    }

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
