using Cycle.Ledger.Accounts;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Opening;

/// <summary>Whether items and what reduced them can be as they are stated.</summary>
internal static class PrincipalCheck
{
    public static IEnumerable<string> Problems(OpeningAccount opening) =>
        opening.Items.SelectMany(item => Item(item, opening.Head.LastCut)).Concat(Reductions(opening));

    /// <summary>Only the last statement's items are undecided, and cash never is.</summary>
    public static string? GraceProblem(string name, Grace grace, bool isCash, DateOnly billedOn, DateOnly lastCut)
    {
        var expected = isCash ? "lost"
            : billedOn == lastCut ? "pending or lost"
            : "kept or lost";
        var fits = grace == Grace.None
            || (!isCash && grace == (billedOn == lastCut ? Grace.Pending : Grace.Kept));
        return fits ? null
            : $"{name}, first on the statement of {billedOn:yyyy-MM-dd}, has grace {Word(grace)}; {expected} expected"
                + (isCash ? ", cash has none." : $" when the last statement is of {lastCut:yyyy-MM-dd}.");
    }

    /// <summary>How files write it.</summary>
    public static string Word(Grace grace) => grace switch
    {
        Grace.Pending => "pending",
        Grace.Kept => "kept",
        _ => "lost",
    };

    private static IEnumerable<string> Item(OpeningItem item, DateOnly lastCut)
    {
        var name = $"item '{item.PostingId}'";
        if (item.TransactionDate > item.PostingDate || item.PostingDate > item.BilledOn || item.BilledOn > lastCut)
        {
            yield return $"{name} has transaction_date {item.TransactionDate:yyyy-MM-dd}, posting_date {item.PostingDate:yyyy-MM-dd} and "
                + $"statement_date {item.BilledOn:yyyy-MM-dd}; this order, and none after {lastCut:yyyy-MM-dd}, expected.";
        }

        if (item.Outstanding > item.Amount)
        {
            yield return $"{name} has {item.Outstanding} outstanding; at most its amount of {item.Amount} expected.";
        }

        if (item.Outstanding.IsZero != item.Grace is null)
        {
            yield return item.Grace is { } idle
                ? $"{name} has grace {Word(idle)} and nothing outstanding; blank expected."
                : $"{name} has no grace and {item.Outstanding} outstanding; pending, lost or kept expected.";
        }
        else if (item.Grace is { } grace
            && GraceProblem(name, grace, item.Kind == PostingKind.CashAdvance, item.BilledOn, lastCut) is { } problem)
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Reductions(OpeningAccount opening)
    {
        foreach (var reductions in opening.Reductions.GroupBy(reduction => reduction.PostingId, StringComparer.Ordinal))
        {
            var item = opening.Items.FirstOrDefault(item => item.PostingId == reductions.Key);
            if (item?.Grace != Grace.Pending)
            {
                yield return $"reduction of '{reductions.Key}', which is no item with grace pending; only there it counts.";
                continue;
            }

            foreach (var day in reductions.GroupBy(reduction => reduction.ValueDate)
                .Where(day => day.Count() > 1 || day.Key <= item.PostingDate || day.Key > opening.Head.LastCut))
            {
                yield return $"item '{item.PostingId}' has {day.Count()} reductions with value_date {day.Key:yyyy-MM-dd}; at most one a day, "
                    + $"after {item.PostingDate:yyyy-MM-dd} and not after {opening.Head.LastCut:yyyy-MM-dd}, expected.";
            }

            var reduced = Money.Sum(reductions.Select(reduction => reduction.Amount));
            if (item.Outstanding + reduced > item.Amount)
            {
                yield return $"item '{item.PostingId}' has {item.Outstanding} outstanding and reductions of {reduced}; "
                    + $"together at most its amount of {item.Amount} expected.";
            }
        }
    }
}
