using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Cycle.Dashboard.Web.Charts;

/// <summary>Upright bars in pairs, now beside before, drawn as SVG by the server. The figures stand on the bars: no script is needed to read them.</summary>
internal static class BarChart
{
    private const int Width = 460;
    private const int Height = 230;
    private const int Top = 24;
    private const int Bottom = 30;

    /// <summary>The chart.</summary>
    /// <param name="words">The reader's words.</param>
    /// <param name="title">What it shows, for those who do not see it.</param>
    /// <param name="bars">Name, now and before of each group.</param>
    /// <param name="hasBefore">Whether there is a before.</param>
    public static IHtmlContent Draw(Words words, string title, IReadOnlyList<(string Name, decimal Now, decimal Before)> bars, bool hasBefore)
    {
        var most = Math.Max(1m, bars.Max(bar => Math.Max(bar.Now, hasBefore ? bar.Before : 0)));
        var svg = new StringBuilder($"<svg class=\"chart\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Encode(Label(title, bars, hasBefore))}\">");
        var group = (decimal)Width / bars.Count;
        var bar = Math.Min(26m, group * (hasBefore ? 0.32m : 0.5m));
        svg.Append($"<line x1=\"0\" x2=\"{Width}\" y1=\"{Height - Bottom}\" y2=\"{Height - Bottom}\"/>");
        for (var i = 0; i < bars.Count; i++)
        {
            var middle = group * (i + 0.5m);
            if (hasBefore)
            {
                Rect(svg, "before", middle - bar - 1, bar, bars[i].Before, most);
                Rect(svg, "fill", middle + 1, bar, bars[i].Now, most);
                Value(svg, middle + 1 + (bar / 2), bars[i].Now, most, words);
            }
            else
            {
                Rect(svg, "fill", middle - (bar / 2), bar, bars[i].Now, most);
                Value(svg, middle, bars[i].Now, most, words);
            }

            svg.Append($"<text x=\"{middle:F1}\" y=\"{Height - 9}\" text-anchor=\"middle\">{Encode(bars[i].Name)}</text>");
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static decimal Tall(decimal value, decimal most) => Math.Max(value > 0 ? 1.5m : 0, value / most * (Height - Top - Bottom));

    private static void Rect(StringBuilder svg, string kind, decimal x, decimal width, decimal value, decimal most)
    {
        var height = Tall(value, most);
        svg.Append($"<rect class=\"{kind}\" x=\"{x:F1}\" y=\"{Height - Bottom - height:F1}\" width=\"{width:F1}\" height=\"{height:F1}\" rx=\"2\"/>");
    }

    private static void Value(StringBuilder svg, decimal x, decimal value, decimal most, Words words) => svg.Append(
        $"<text class=\"value\" x=\"{x:F1}\" y=\"{Height - Bottom - Tall(value, most) - 5:F1}\" text-anchor=\"middle\">{Encode(Short(value, words))}</text>");

    private static string Short(decimal value, Words words) => value switch
    {
        >= 10_000_000 => words["{0}m", $"{value / 1_000_000:N0}"],
        >= 1_000_000 => words["{0}m", $"{value / 1_000_000:N1}"],
        >= 10_000 => words["{0}k", $"{value / 1_000:N0}"],
        _ => $"{value:N0}",
    };

    private static string Label(string title, IReadOnlyList<(string Name, decimal Now, decimal Before)> bars, bool hasBefore) =>
        $"{title}: {string.Join("; ", bars.Select(bar => $"{bar.Name} {bar.Now:N0}{(hasBefore ? $" ({bar.Before:N0})" : "")}"))}";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
