using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Nights;

/// <summary>Rows of a night in the order they can be told to a customer.</summary>
internal static class EventOrder
{
    /// <summary>
    /// The order of the files, except that a reversal that stands before its original in one file comes right after it: nobody is told
    /// that a purchase was taken back of which he has not heard, and the credit left is true at each row.
    /// </summary>
    /// <param name="rows">The rows of one account as the files had them.</param>
    /// <param name="posting">A row's posting.</param>
    public static IEnumerable<TRow> Of<TRow>(IReadOnlyCollection<TRow> rows, Func<TRow, Posting> posting)
    {
        var toCome = rows.Select(row => posting(row).PostingId).ToHashSet(StringComparer.Ordinal);
        var waiting = new Dictionary<string, TRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var current = posting(row);
            if (current.Kind == PostingKind.Reversal && toCome.Contains(current.OriginalPostingId!))
            {
                // An original is reversed once at most.
                waiting.Add(current.OriginalPostingId!, row);
                continue;
            }

            yield return row;
            toCome.Remove(current.PostingId);
            if (waiting.Remove(current.PostingId, out var reversal))
            {
                yield return reversal;
            }
        }
    }
}
