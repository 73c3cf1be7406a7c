using System.Globalization;
using System.Xml.Linq;

namespace Cycle.Rendering.Tests.Poppler;

/// <summary>A word of a page and where it stands, in points.</summary>
internal sealed record PrintedWord(int Page, double Left, double Top, double Right, double Bottom, string Text)
{
    /// <summary>All words of a PDF.</summary>
    internal static IReadOnlyList<PrintedWord> Of(RenderedPdf pdf)
    {
        var xml = XDocument.Parse(PopplerTool.Run("pdftotext", pdf, ["-bbox", "FILE", "-"]));
        XNamespace html = "http://www.w3.org/1999/xhtml";
        return xml.Descendants(html + "page")
            .SelectMany((page, number) => page.Elements(html + "word").Select(word => new PrintedWord(
                number + 1, At(word, "xMin"), At(word, "yMin"), At(word, "xMax"), At(word, "yMax"), word.Value)))
            .ToList();
    }

    /// <summary>Whether two words stand on the same page and line, one over the other by more than a hair.</summary>
    internal bool Overlaps(PrintedWord other)
    {
        const double hair = 0.8;
        var across = Math.Min(Right, other.Right) - Math.Max(Left, other.Left);
        var middle = (Top + Bottom) / 2;
        return Page == other.Page && across > hair && middle > other.Top + 3 && middle < other.Bottom - 3;
    }

    private static double At(XElement word, string name) => double.Parse(word.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
