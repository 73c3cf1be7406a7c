using Cycle.Ledger.Accounts;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Collections;

/// <summary>The collection fee: charged once per statement, judged again when a late posting changes the judgement (rules.md section 7).</summary>
public static class CollectionFee
{
    /// <summary>What the night of a business date posts: a fee the day after an effective due date, or credits for fees of this cycle judged lower now.</summary>
    /// <param name="cycle">The account's cycle with the night's files already in.</param>
    /// <param name="businessDate">The night.</param>
    /// <param name="tariff">The tariff.</param>
    public static IEnumerable<Posting> Judge(AccountCycle cycle, DateOnly businessDate, Tariff tariff)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(tariff);
        var charged = cycle.Postings.Where(posting => posting.Kind == PostingKind.FeeCollection).ToList();
        foreach (var fee in charged)
        {
            if (Credit(cycle, fee, businessDate, tariff) is { } credit)
            {
                yield return credit;
            }
        }

        var isDayAfterDue = cycle.State.Buckets.Any(bucket => bucket.EffectiveDueDate.AddDays(1) == businessDate);
        if (isDayAfterDue && charged.All(fee => fee.PostingDate != businessDate))
        {
            if (FeeAsOf(cycle, businessDate, tariff) is { IsPositive: true } amount)
            {
                yield return Make(cycle, PostingKind.FeeCollection, "collection", businessDate, amount);
            }
        }
    }

    private static Posting? Credit(AccountCycle cycle, Posting fee, DateOnly businessDate, Tariff tariff)
    {
        var standing = fee.Amount - Money.Sum(cycle.Postings
            .Where(posting => posting.Kind == PostingKind.FeeCollectionCredit && posting.OriginalPostingId == fee.PostingId)
            .Select(posting => posting.Amount));
        return FeeAsOf(cycle, fee.PostingDate, tariff) is { } judged && judged < standing
            ? Make(cycle, PostingKind.FeeCollectionCredit, $"collection-credit-{fee.PostingDate:yyyy-MM-dd}", businessDate, standing - judged) with
            {
                OriginalPostingId = fee.PostingId,
            }
            : null;
    }

    /// <summary>
    /// The fee posted on a date is judged by value dates up to the effective due date before it. That is the day before where this system
    /// posted it; another may have taken longer. Null where no minimum was due by then: nothing that arrives can disprove the fee.
    /// </summary>
    private static Money? FeeAsOf(AccountCycle cycle, DateOnly postedOn, Tariff tariff)
    {
        var dueDates = cycle.State.Buckets.Select(bucket => bucket.EffectiveDueDate).Where(due => due < postedOn).ToList();
        if (dueDates.Count == 0)
        {
            return null;
        }

        var overdue = Overdue.On(cycle, dueDates.Max());
        return tariff.Collection.On(postedOn).FeeFor(overdue.Cycles, overdue.Amount);
    }

    private static Posting Make(AccountCycle cycle, PostingKind kind, string name, DateOnly date, Money amount) => new(
        NightPostings.Id(name, cycle.Account.AccountId, date), CardId: "", kind, date, date, date, date,
        CurrencyAmount.OfBaht(amount), amount, PostingFees.None, Merchant: "");
}
