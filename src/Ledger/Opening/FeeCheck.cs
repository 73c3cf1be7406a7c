using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Opening;

/// <summary>Whether fees can be as they are stated.</summary>
internal static class FeeCheck
{
    private static readonly string Collection = PostingKind.FeeCollection.Name();

    public static IEnumerable<string> Problems(OpeningAccount opening, DateOnly businessDate) =>
        opening.Fees.SelectMany(fee => fee.BilledOn is { } billedOn
                ? Billed(fee, billedOn, opening.Head.LastCut)
                : SinceLastCut(fee, opening.Head.LastCut, businessDate))
            .Concat(opening.Fees.Where(fee => fee.ComesWithPosting && !HasPosting(fee, opening)).Select(
                fee => $"{Name(fee)} has no ITEM or PLAN; the posting it came with expected."))
            .Concat(opening.Fees.Where(fee => fee.ComesWithPosting).GroupBy(fee => (fee.PostingId, fee.Kind))
                .Where(same => same.Count() > 1)
                .Select(same => $"{Name(same.First())} is stated {same.Count()} times; once expected."))
            .Concat(opening.Fees.Where(fee => fee.Kind == Collection && fee.BilledOn is null).GroupBy(fee => fee.PostingDate)
                .Where(same => same.Count() > 1)
                .Select(same => $"{Collection} of {same.Key:yyyy-MM-dd} has no statement_date and is stated {same.Count()} times; "
                    + "once expected, since a due date costs one."));

    private static IEnumerable<string> Billed(OpeningFee fee, DateOnly billedOn, DateOnly lastCut)
    {
        if (fee.PostingDate > billedOn || billedOn > lastCut)
        {
            yield return $"{Name(fee)} has posting_date {fee.PostingDate:yyyy-MM-dd} and statement_date {billedOn:yyyy-MM-dd}; "
                + $"this order, and none after {lastCut:yyyy-MM-dd}, expected.";
        }

        if (fee.Outstanding > fee.Amount)
        {
            yield return $"{Name(fee)} has {fee.Outstanding} outstanding; at most its amount of {fee.Amount} expected.";
        }
    }

    private static IEnumerable<string> SinceLastCut(OpeningFee fee, DateOnly lastCut, DateOnly businessDate)
    {
        if (!FeeKinds.OfNights.Contains(fee.Kind))
        {
            yield return $"{Name(fee)} has no statement_date; one expected, since only {string.Join(", ", FeeKinds.OfNights)} "
                + "come here when no statement billed them, and all else in a posting file.";
            yield break;
        }

        if (fee.PostingDate <= lastCut || fee.PostingDate >= businessDate)
        {
            yield return $"{Name(fee)} has no statement_date and posting_date {fee.PostingDate:yyyy-MM-dd}; a date after the last statement of "
                + $"{lastCut:yyyy-MM-dd} and before the business date {businessDate:yyyy-MM-dd} expected.";
        }

        if (fee.Outstanding != fee.Amount)
        {
            yield return $"{Name(fee)} has no statement_date and {fee.Outstanding} outstanding; its amount of {fee.Amount} expected.";
        }
    }

    private static bool HasPosting(OpeningFee fee, OpeningAccount opening) =>
        opening.Items.Any(item => item.PostingId == fee.PostingId) || opening.Plans.Any(plan => plan.PostingId == fee.PostingId);

    private static string Name(OpeningFee fee) => $"{fee.Kind} of '{fee.PostingId}'";
}
