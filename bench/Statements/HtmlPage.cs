using System.Globalization;
using System.Net;
using System.Text;
using Cycle.Rendering;
using Cycle.Rendering.Drawing;
using Cycle.Rendering.Statements;

namespace Cycle.Bench.Statements;

/// <summary>A statement's strings at their places as a web page, in the same font, for a browser to print.</summary>
internal static class HtmlPage
{
    private const double Ascent = 1.068; // of Sarabun, in ems: from the top of a line box to its baseline

    public static string Of(Corpus corpus)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html><html lang="th"><meta charset="utf-8"><title>{{corpus.Name}}</title><style>
            @font-face { font-family: S; src: url("{{FontUrl("Regular")}}") }
            @font-face { font-family: S; font-weight: 700; src: url("{{FontUrl("Bold")}}") }
            @page { size: {{Sheet.Width}}pt {{Sheet.Height}}pt; margin: 0 }
            body { margin: 0; font-family: S } section { position: relative; height: {{Sheet.Height - 1}}pt; overflow: hidden; break-after: page }
            p { position: absolute; margin: 0; line-height: 1.3; white-space: pre } p.w { white-space: normal }
            </style>
            """);
        foreach (var page in corpus.Texts.GroupBy(text => text.Page))
        {
            html.Append("<section>");
            foreach (var text in page)
            {
                Append(html, text);
            }

            html.Append("</section>");
        }

        return html.Append("</html>").ToString();
    }

    private static void Append(StringBuilder html, DrawnText text)
    {
        var ink = text.Style.Ink;
        html.Append(CultureInfo.InvariantCulture, $"""<p style="left:{text.X:F2}pt;top:{text.Baseline - (text.Style.Size * Ascent):F2}pt;font-size:{text.Style.Size:F2}pt;color:rgb({ink.Red * 255:F0},{ink.Green * 255:F0},{ink.Blue * 255:F0})""");
        html.Append(text.Style.Bold ? ";font-weight:700" : "");
        html.Append(text.Width == 0 ? "\">" : string.Create(CultureInfo.InvariantCulture, $";width:{text.Width:F1}pt\" class=\"w\">"));
        html.Append(WebUtility.HtmlEncode(text.Text)).Append("</p>");
    }

    private static string FontUrl(string face) => new Uri(RenderingFiles.PathOf("Fonts", $"Sarabun-{face}.ttf")).AbsoluteUri;
}
