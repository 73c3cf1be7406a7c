namespace Cycle.Ledger.Storage.Cycles;

/// <summary>Literals for COPY, which takes no parameters. Only dates, numbers and tokens that were quoted here ever get into such a statement.</summary>
public static class Sql
{
    /// <summary>A date literal.</summary>
    public static string Date(DateOnly date) => $"date '{date:yyyy-MM-dd}'";

    /// <summary>A text literal.</summary>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>An array literal of texts.</summary>
    public static string TextArray(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var quoted = texts.Select(text => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal));
        return $"{Text($"{{{string.Join(',', quoted.Select(text => $"\"{text}\""))}}}")}::text[]";
    }
}
