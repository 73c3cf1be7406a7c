using System.Globalization;
using System.Text;

namespace Cycle.Rendering.Drawing;

/// <summary>Text as received, made fit for one run of print: no line breaks, tabs or characters that turn the reading direction.</summary>
internal static class PrintableText
{
    /// <summary>
    /// The text without format characters, every control and separator as a space, runs of spaces as one, none at the ends,
    /// half a surrogate pair as U+FFFD.
    /// </summary>
    internal static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
            {
                continue;
            }

            var isSpace = rune.Value == ' ' || IsUnprintable(rune);
            if (!isSpace)
            {
                clean.Append(rune);
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString().TrimEnd(' ');
    }

    private static bool IsClean(string text)
    {
        var before = ' ';
        foreach (var character in text)
        {
            if (char.IsSurrogate(character) || (character == ' ' && before == ' ') || IsUnprintable(character))
            {
                return false;
            }

            before = character;
        }

        return text.Length == 0 || before != ' ';
    }

    private static bool IsUnprintable(char character) =>
        character is < ' ' or >= '\u007F' && IsUnprintable(new Rune(character));

    private static bool IsUnprintable(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;
}
