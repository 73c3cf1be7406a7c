using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Dormancy;

/// <summary>Which cards a night cancels (rules.md section 8, the one place).</summary>
public static class CardCancellations
{
    /// <summary>Decides for one account: not activated, then dormant, then supplementary cards without a live primary.</summary>
    /// <param name="account">The account and its cards.</param>
    /// <param name="businessDate">The night; a date in the master later than it has not happened.</param>
    /// <param name="months">Months of the tariff.</param>
    public static CancellationDecision Decide(AccountActivity account, DateOnly businessDate, int months)
    {
        ArgumentNullException.ThrowIfNull(account);
        var live = account.Cards
            .Where(card => !HasHappened(card.CancelledDate, businessDate))
            .ToList();
        var cancelled = new List<CardCancellation>();

        Cancel(live, cancelled, CancellationReason.NotActivated, card =>
            !HasHappened(card.ActivatedDate, businessDate) && IsPast(card.ApprovedDate, businessDate, months));

        var lastEvent = LastEvent(account, live, businessDate);
        var isQuiet = live.Count > 0
            && account.Cards.Any(card => HasHappened(card.ActivatedDate, businessDate))
            && account.PlansToCome.IsZero
            && IsPast(lastEvent, businessDate, months);
        if (isQuiet && account.Balance.IsZero)
        {
            Cancel(live, cancelled, CancellationReason.Dormant, _ => true);
        }

        if (live.All(card => card.Role != CardRole.Primary))
        {
            Cancel(live, cancelled, CancellationReason.PrimaryCancelled, _ => true);
        }

        return new(cancelled, isQuiet && account.Balance < Money.Zero, lastEvent);
    }

    /// <summary>
    /// Whether an event lies more than some months before a date: <c>event &lt; date.AddMonths(-months)</c>, never the other way
    /// round, which at month ends would cancel up to three days early.
    /// </summary>
    public static bool IsPast(DateOnly happened, DateOnly businessDate, int months) =>
        happened < businessDate.AddMonths(-months);

    private static bool HasHappened(DateOnly? date, DateOnly businessDate) => date is { } known && known <= businessDate;

    private static DateOnly LastEvent(AccountActivity account, List<Card> live, DateOnly businessDate)
    {
        var told = HasHappened(account.MasterLastMovement, businessDate) ? account.MasterLastMovement!.Value : account.FirstBusinessDate;
        return live.Where(card => HasHappened(card.ActivatedDate, businessDate))
            .Select(card => card.ActivatedDate!.Value)
            .Append(told)
            .Append(account.LastMovement ?? told)
            .Max();
    }

    private static void Cancel(
        List<Card> live, List<CardCancellation> cancelled, CancellationReason reason, Func<Card, bool> applies)
    {
        foreach (var card in live.Where(applies).OrderBy(card => card.CardId, StringComparer.Ordinal).ToList())
        {
            cancelled.Add(new(card.CardId, card.AccountId, reason));
            live.Remove(card);
        }
    }
}
