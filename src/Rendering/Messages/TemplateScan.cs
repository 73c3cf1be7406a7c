using System.Text.RegularExpressions;

namespace Cycle.Rendering.Messages;

/// <summary>
/// Reads a template as text, before any engine does: it may hold words and <c>{{name}}</c>, nothing else. Everything wrong is named
/// with its line and column; the engine would give up at the first fault and name none.
/// </summary>
internal static partial class TemplateScan
{
    /// <summary>Every problem of a template's text, in reading order.</summary>
    /// <param name="file">What to call the file.</param>
    /// <param name="text">Its content.</param>
    /// <param name="names">The names it may use.</param>
    internal static IEnumerable<TemplateProblem> Problems(string file, string text, string[] names)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new(file, 0, 0, "nothing", "the wording of a message");
        }

        var lines = text.Split('\n');
        for (var number = 1; number <= lines.Length; number++)
        {
            foreach (Match piece in Piece().Matches(lines[number - 1]))
            {
                if (Wrong(piece.Value, names) is { } expected)
                {
                    yield return new(file, number, piece.Index + 1, piece.Value, expected);
                }
            }
        }
    }

    private static string? Wrong(string piece, string[] names)
    {
        if (piece[0] is not ('{' or '}'))
        {
            return "no link: messages carry none";
        }

        return Placeholder().Match(piece) is { Success: true } placeholder && names.Contains(placeholder.Groups[1].Value, StringComparer.Ordinal)
            ? null
            : $"one of {string.Join(", ", names.Select(name => $"{{{{{name}}}}}"))}";
    }

    // Braces with what they hold, unpaired ones alone, and what a phone would turn into a link.
    [GeneratedRegex(@"\{{2,}[^{}]*\}{2,}|[{}]+|\b(?:https?://|www\.)\S*", RegexOptions.IgnoreCase)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^\{\{ ?([A-Za-z]+) ?\}\}$")]
    private static partial Regex Placeholder();
}
