using Cycle.Ledger.Accounts;
using Cycle.Ledger.Interest;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Billing;

/// <summary>Where an account stands between cuts, by the same fold as the cut itself.</summary>
public static class Positions
{
    /// <summary>The position at the end of a day.</summary>
    /// <param name="cycle">The account's cycle so far.</param>
    /// <param name="day">A day on or after the last cut.</param>
    public static AccountPosition On(AccountCycle cycle, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var events = new CycleEvents(cycle);
        var balance = CycleFold.Through(cycle, events, day, parts: []);
        return new(
            balance.BilledDebt - balance.Credit,
            balance.UnbilledDebt,
            Money.Sum(events.Plans().Select(plan => plan.ToCome)),
            Money.Sum(balance.Items.Where(item => item.Kind == ItemKind.CashAdvance).Select(item => item.Principal)));
    }

    /// <summary>Interest of cash and of what has lost grace that no statement has billed yet; not in the balance.</summary>
    /// <param name="cycle">The account's cycle so far.</param>
    /// <param name="day">A day on or after the last cut.</param>
    /// <param name="tariff">The tariff with its rates.</param>
    public static Money AccruedInterest(AccountCycle cycle, DateOnly day, Tariff tariff)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var balance = CycleFold.Through(cycle, new CycleEvents(cycle), day, parts: []);
        return Money.Sum(AccruedLegs.Through(balance, cycle, day, tariff).Select(leg => leg.Amount));
    }

    /// <summary>What has been paid towards the last statement through a day: payments, and reversals of billed originals.</summary>
    public static Money PaidSinceStatement(AccountCycle cycle, DateOnly day) => new CycleEvents(cycle).PaidThrough(day);
}
