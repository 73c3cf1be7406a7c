using Cycle.Ledger.Postings;

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

    /// <summary>A selection of accounts by name: gives the column <c>account_id</c>.</summary>
    public static string Selection(IReadOnlyList<string> accountIds) => $"select unnest({TextArray(accountIds)}) as account_id";

    /// <summary>The numbers of kinds of postings, to stand within <c>in (...)</c>.</summary>
    public static string Kinds(Func<PostingKind, bool> are) => string.Join(", ", Enum.GetValues<PostingKind>().Where(are).Select(kind => (int)kind));

    /// <summary>
    /// SQL for a <c>from</c> clause: the rows of a table for each account of a selection, account by account through the table's index. A plain
    /// join leaves that to the planner, which goes by statistics that a night outruns: it was seen to read the whole table for each partition,
    /// and to unfold the selection again for each row.
    /// </summary>
    /// <param name="selection">SQL that gives the column <c>account_id</c>; it is <c>chosen</c> in what follows.</param>
    /// <param name="table">The table; it has the column <c>account_id</c> first in an index.</param>
    /// <param name="alias">What its rows are called in what follows.</param>
    /// <param name="condition">SQL over the table's columns and <c>chosen</c> that goes with the index; nothing when all rows of the account are wanted.</param>
    public static string OfEach(string selection, string table, string alias, string condition = "true") =>
        $"({selection}) chosen cross join lateral (select * from {table} where account_id = chosen.account_id and {condition} offset 0) {alias}";
}
