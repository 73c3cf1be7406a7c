namespace Cycle.Ledger.Opening;

/// <summary>Whether billed interest and unfilled minimums can be as they are stated.</summary>
internal static class ArrearsCheck
{
    public static IEnumerable<string> Problems(OpeningAccount opening, OpeningTerms terms) =>
        opening.Interest.SelectMany(interest => Interest(interest, opening.Head.LastCut))
            .Concat(opening.Interest.GroupBy(interest => interest.BilledOn).Where(same => same.Count() > 1).Select(
                same => $"interest of {same.Key:yyyy-MM-dd} is stated {same.Count()} times; once expected."))
            .Concat(opening.Buckets.SelectMany(bucket => Bucket(bucket, opening.Head, terms)))
            .Concat(opening.Buckets.GroupBy(bucket => bucket.StatementDate).Where(same => same.Count() > 1).Select(
                same => $"the minimum payment of {same.Key:yyyy-MM-dd} is stated {same.Count()} times; once expected."));

    private static IEnumerable<string> Interest(OpeningInterest interest, DateOnly lastCut)
    {
        if (interest.BilledOn > lastCut)
        {
            yield return $"interest of {interest.BilledOn:yyyy-MM-dd}; a date not after the last statement of {lastCut:yyyy-MM-dd} expected.";
        }

        if (interest.Outstanding > interest.Amount)
        {
            yield return $"interest of {interest.BilledOn:yyyy-MM-dd} has {interest.Outstanding} outstanding; "
                + $"at most its amount of {interest.Amount} expected.";
        }
    }

    private static IEnumerable<string> Bucket(OpeningBucket bucket, OpeningHead head, OpeningTerms terms)
    {
        var name = $"the minimum payment of {bucket.StatementDate:yyyy-MM-dd}";
        return head.DueDate is { } dueDate && head.Balance.IsPositive
            ? Open(name, bucket, head.LastCut, terms.Calendar.BusinessDayOnOrAfter(dueDate))
            : [$"{name} is missing {bucket.Missing}; nothing expected when the balance is {head.Balance}, which clears it."];
    }

    private static IEnumerable<string> Open(string name, OpeningBucket bucket, DateOnly lastCut, DateOnly latest)
    {
        if (bucket.StatementDate >= lastCut)
        {
            yield return $"{name}; one of a statement before {lastCut:yyyy-MM-dd} expected, the last one's is missing whole.";
        }

        if (bucket.EffectiveDueDate <= bucket.StatementDate || bucket.EffectiveDueDate >= latest)
        {
            yield return $"{name} has due_date {bucket.EffectiveDueDate:yyyy-MM-dd}; a date after its statement and before "
                + $"the last one's effective due date {latest:yyyy-MM-dd} expected.";
        }

        if (bucket.Missing > bucket.MinimumPayment)
        {
            yield return $"{name} is missing {bucket.Missing}; at most the {bucket.MinimumPayment} that was asked for expected.";
        }
    }
}
