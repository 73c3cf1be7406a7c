using System.Globalization;

namespace Cycle.Rendering.Statements;

/// <summary>The words of one language: <c>th.json</c> or <c>en.json</c>. Names in braces are filled in.</summary>
internal sealed partial record Wording
{
    /// <summary>What each kind of line is called, by the kind as files write it.</summary>
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }

    /// <summary>What a kind is called; the kind itself when the words do not know it.</summary>
    internal string KindName(string kind) => Kinds.GetValueOrDefault(kind, kind);

    /// <summary>The page's number in words.</summary>
    internal string PageOf(int page, int pages) => Fill(Fill(Page, "{pages}", Whole(pages)), "{page}", Whole(page));

    /// <summary>A whole number without separators.</summary>
    internal static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The words with one name in braces filled in.</summary>
    internal static string Fill(string words, string name, string value) => words.Replace(name, value, StringComparison.Ordinal);
}
