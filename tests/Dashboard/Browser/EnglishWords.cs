using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>
/// English words on a Thai page: in all its text, folded away or not, and in what is only read aloud. Not looked at is what the page itself
/// marks as data or as something to type, and places that hold the words of others.
/// </summary>
internal static partial class EnglishWords
{
    /// <summary>Words that are the same in Thai; anything else is translated or marked.</summary>
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "Cycle",                                    // the program's name, in the title of every page
        "PDF", "CSV", "JSON", "UTF", "ISO", "SHA",  // formats and standards, which Thai has no other names for
        "Kannel", "Hangfire",                       // names of other programs
        "min", "max", "x",                          // signs of a formula
    };

    /// <summary>
    /// Marked data; what is to be typed; the button that offers English; a message as its holder reads it; faults of the program or the
    /// database in their own words; options, which cannot hold marks and whose words stand in the heads of the columns beside them.
    /// </summary>
    private const string NotLookedAt =
        "script, style, [translate=no], code, button[name=language], td.text[lang], .fault, option";

    private const string Texts =
        """
        skip => {
          const texts = [document.title];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node => {
            if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
            return node.matches(skip) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
          });
          while (walk.nextNode()) {
            const node = walk.currentNode;
            if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent);
            else for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (node.hasAttribute(name)) texts.push(node.getAttribute(name));
          }
          return texts;
        }
        """;

    /// <summary>Every text of the page that has English words, with the words.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(IPage page)
    {
        var texts = await page.EvaluateAsync<string[]>(Texts, NotLookedAt);
        return
        [
            .. texts.Select(text => (Text: text.Trim(), Words: Words().Matches(Ids().Replace(text, "")).Select(word => word.Value).Where(word => !Allowed.Contains(word)).ToList()))
                .Where(found => found.Words.Count > 0).Select(found => $"{string.Join(' ', found.Words)} in \"{found.Text}\"").Distinct(),
        ];
    }

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Words();

    /// <summary>Ids of accounts, cards and postings: a capital and a number.</summary>
    [GeneratedRegex(@"\b[A-Z][0-9][0-9-]*\b")]
    private static partial Regex Ids();
}
