using System.Globalization;
using System.Text.RegularExpressions;
using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Messages;

/// <summary>A merchant's name as a message may carry it: nothing a phone would turn into a link, and no longer than there is room for.</summary>
internal static partial class MerchantName
{
    private const int MostLetters = 400;

    private static readonly (string From, string To)[] Typographic =
        [("\u2018", "'"), ("\u2019", "'"), ("\u201C", "\""), ("\u201D", "\""), ("\u2013", "-"), ("\u2014", "-"), ("\u2026", "...")];

    /// <summary>
    /// The name as data: no line breaks, plain punctuation (one curly apostrophe would turn 160 characters into 70), and "SHOP.COM"
    /// as "SHOP COM", because messages carry no links (rules.md section 9).
    /// </summary>
    internal static string Clean(string merchant)
    {
        foreach (var (from, to) in Typographic)
        {
            merchant = merchant.Replace(from, to, StringComparison.Ordinal);
        }

        return PrintableText.Clean(LinkDot().Replace(merchant.Replace("://", " ", StringComparison.Ordinal), " "));
    }

    /// <summary>The name and its shortenings, longest first: each ends with an ellipsis and none splits a cluster of Thai or a surrogate pair.</summary>
    internal static IEnumerable<string> LongestFirst(string name)
    {
        yield return name;

        // No limit leaves room for more of a name; one as long as a file's line would be tried character by character.
        name = name.Length > MostLetters ? name[..MostLetters] : name;
        var ellipsis = SmsSegments.IsGsm7(name) ? ".." : "\u2026";
        var ends = StringInfo.ParseCombiningCharacters(name);
        for (var at = ends.Length - 1; at > 0; at--)
        {
            // A vowel written before its consonant is nothing without it.
            if (name[ends[at] - 1] is not (>= '\u0E40' and <= '\u0E44'))
            {
                yield return name[..ends[at]].TrimEnd(' ') + ellipsis;
            }
        }
    }

    [GeneratedRegex(@"(?<=[A-Za-z0-9])\.(?=[A-Za-z]{2})")]
    private static partial Regex LinkDot();
}
