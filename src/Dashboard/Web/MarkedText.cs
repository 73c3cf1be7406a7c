using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Cycle.Dashboard.Web;

/// <summary>
/// Text for a page that says of its parts what they are: data and names are not words of the page's language, and neither a translator nor
/// a voice should take them for such; what stands between backticks is to be typed.
/// </summary>
internal static partial class MarkedText
{
    /// <summary>Something that is the same in every language: a name, a file, a code, what a person wrote.</summary>
    public static string Data(string value) =>
        value.Any(char.IsAsciiLetter) ? $"<span translate=\"no\">{WebUtility.HtmlEncode(value)}</span>" : WebUtility.HtmlEncode(value);

    /// <summary>A text with values in its places.</summary>
    /// <param name="format">The text, with {0}, {1}.</param>
    /// <param name="values">HTML of the values.</param>
    public static IHtmlContent Of(string format, IReadOnlyList<string> values)
    {
        var html = new StringBuilder();
        foreach (var (text, isCommand) in Commands(format))
        {
            var parts = Places().Split(text).Select((part, i) => i % 2 == 0 ? WebUtility.HtmlEncode(part) : values[part[0] - '0']);
            html.Append(isCommand ? $"<code>{string.Concat(parts)}</code>" : string.Concat(parts));
        }

        return new HtmlString(html.ToString());
    }

    /// <summary>The same as plain text.</summary>
    /// <param name="format">The text, with {0}, {1}.</param>
    /// <param name="values">The values.</param>
    public static string Fill(string format, IReadOnlyList<string> values) =>
        Places().Replace(format, place => values[place.Groups[1].Value[0] - '0']);

    /// <summary>A text without places.</summary>
    public static IHtmlContent Plain(string text) => new HtmlString(string.Concat(
        Commands(text).Select(part => part.IsCommand ? $"<code>{WebUtility.HtmlEncode(part.Text)}</code>" : WebUtility.HtmlEncode(part.Text))));

    /// <summary>A text of which no translation is known, for a reader of another language.</summary>
    public static IHtmlContent English(string text) => new HtmlString($"<span lang=\"en\">{Plain(text)}</span>");

    /// <summary>A text in which some parts are data.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quoted">The parts, wherever they stand in it.</param>
    public static IHtmlContent Quoting(string text, IReadOnlyList<string> quoted)
    {
        var words = quoted.Where(word => word.Length > 0).OrderByDescending(word => word.Length).Select(Regex.Escape).ToList();
        var parts = words.Count == 0 ? [text] : Regex.Split(text, $"({string.Join('|', words)})");
        return new HtmlString(string.Concat(parts.Select((part, i) => i % 2 == 0 ? WebUtility.HtmlEncode(part) : Data(part))));
    }

    private static IEnumerable<(string Text, bool IsCommand)> Commands(string text) =>
        text.Count(sign => sign == '`') % 2 == 0 ? text.Split('`').Select((part, i) => (part, i % 2 == 1)) : [(text, false)];

    /// <summary>The places of a text: {0}, {1}.</summary>
    [GeneratedRegex(@"\{([0-9])\}")]
    public static partial Regex Places();
}
