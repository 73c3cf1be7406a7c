namespace Cycle.Bench.Figures;

/// <summary>
/// The tables of published pages that are written from committed result files. A table stands between <c>&lt;!-- figures: NAME --&gt;</c>
/// and <c>&lt;!-- end of figures --&gt;</c>; nobody edits it by hand.
/// </summary>
public static class FigurePages
{
    private const string Begin = "<!-- figures: ", Close = " -->", End = "<!-- end of figures -->";

    /// <summary>The pages, from the checkout's root.</summary>
    public static IReadOnlyList<string> Pages { get; } = ["README.md", "docs/performance.md", "docs/scale.md"];

    /// <summary>A page as it must be: every table as the result files have it, all else as it is.</summary>
    /// <param name="text">The page.</param>
    /// <param name="results">The folder with a folder a CPU.</param>
    /// <exception cref="FormatException">A table's end is missing or its name unknown; the message says which.</exception>
    public static string Written(string text, string results)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = new System.Text.StringBuilder();
        var at = 0;
        for (int begin; (begin = text.IndexOf(Begin, at, StringComparison.Ordinal)) >= 0;)
        {
            var nameAt = begin + Begin.Length;
            var nameEnd = text.IndexOf(Close, nameAt, StringComparison.Ordinal);
            var end = nameEnd < 0 ? -1 : text.IndexOf(End, nameEnd, StringComparison.Ordinal);
            if (end < 0)
            {
                throw new FormatException($"'{text[begin..Math.Min(text.Length, begin + 60)]}' found; '{Close}' and then '{End}' expected after it.");
            }

            var name = text[nameAt..nameEnd];
            written.Append(text, at, nameEnd + Close.Length - at).Append('\n').Append(FigureTables.Of(name, results)).Append(End);
            at = end + End.Length;
        }

        return written.Append(text, at, text.Length - at).ToString();
    }
}
