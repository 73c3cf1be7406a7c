using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;

namespace Cycle.Ledger.Collections;

/// <summary>Delinquency buckets: how payments fill them and what is overdue on a date (rules.md section 7, the one place).</summary>
public static class Overdue
{
    /// <summary>The overdue state at the end of a day within the cycle.</summary>
    /// <param name="cycle">The account's cycle so far.</param>
    /// <param name="day">A day after the last cut.</param>
    public static OverdueState On(AccountCycle cycle, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        if (cycle.State.Buckets.Count == 0 || cycle.State.LastStatement is not { } last)
        {
            return OverdueState.None;
        }

        var events = new CycleEvents(cycle);
        var covered = events.PaidThrough(day) + events.RefundedThrough(day);
        return StateOf(Filled(cycle.State, events, day), day, cap: last.NewBalance - covered);
    }

    /// <summary>
    /// How far the account is behind at the end of a day within the cycle, counted in days, as a credit bureau asks for it at the end of
    /// each calendar month; nothing when no minimum is overdue.
    /// </summary>
    /// <param name="cycle">The account's cycle so far.</param>
    /// <param name="day">The last cut, or a day after it.</param>
    public static Arrears? ArrearsOn(AccountCycle cycle, DateOnly day)
    {
        var state = On(cycle, day);
        if (state.Cycles == 0)
        {
            return null;
        }

        var since = Filled(cycle.State, new CycleEvents(cycle), day).Min(bucket => bucket.EffectiveDueDate);
        return new(state, since, day.DayNumber - since.DayNumber);
    }

    /// <summary>What a statement shows: as at the end of its date, without its own bucket, capped by its own balance.</summary>
    internal static OverdueState AtCut(AccountState state, CycleEvents events, DateOnly cut, Money newBalance) =>
        newBalance.IsPositive ? StateOf(Filled(state, events, cut), cut, newBalance) : OverdueState.None;

    /// <summary>The buckets the next cycle begins with: a statement that owes nothing clears them all, any other adds its minimum.</summary>
    internal static IReadOnlyList<OverdueBucket> BucketsAfter(
        AccountState state, CycleEvents events, DateOnly cut, LastStatement? statement)
    {
        if (statement is null || !statement.NewBalance.IsPositive)
        {
            return [];
        }

        var buckets = Filled(state, events, cut);
        if (statement.MinimumPayment.IsPositive)
        {
            buckets.Add(new(cut, statement.EffectiveDueDate, statement.MinimumPayment));
        }

        return buckets;
    }

    /// <summary>Pours what was paid since the last cut into the open buckets, oldest first; what is left over is not kept.</summary>
    private static List<OverdueBucket> Filled(AccountState state, CycleEvents events, DateOnly through)
    {
        var paid = events.PaidThrough(through);
        var open = new List<OverdueBucket>(state.Buckets.Count + 1);
        foreach (var bucket in state.Buckets)
        {
            var filled = Money.Min(paid, bucket.Missing);
            paid -= filled;
            if (filled < bucket.Missing)
            {
                open.Add(bucket with { Missing = bucket.Missing - filled });
            }
        }

        return open;
    }

    private static OverdueState StateOf(List<OverdueBucket> open, DateOnly day, Money cap)
    {
        var overdue = open.Where(bucket => bucket.EffectiveDueDate <= day).ToList();
        var missing = Money.Sum(overdue.Select(bucket => bucket.Missing));
        return new(overdue.Count, Money.Max(Money.Zero, Money.Min(missing, cap)));
    }
}
