using Cycle.Ledger.Accounts;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Billing;

/// <summary>Interest-free days at a cut: whether they were kept, and what then bears interest (rules.md section 5, the one place).</summary>
internal static class GracePeriod
{
    /// <summary>Decides by what was paid towards the last statement through its effective due date.</summary>
    /// <param name="last">The statement of the last cut, if it made one.</param>
    /// <param name="events">The events since.</param>
    public static GraceDecision Decide(LastStatement? last, CycleEvents events) => last is null
        ? new(null, null, Money.Zero, Money.Zero)
        : new(last.StatementDate, last.EffectiveDueDate, last.NewBalance, events.PaidThrough(last.EffectiveDueDate));

    /// <summary>Lets the items whose grace this cut decides keep it or lose it, for good.</summary>
    /// <param name="balance">What is open at the cut.</param>
    /// <param name="decision">The cut's decision.</param>
    /// <param name="whileRevolving">The tariff's term of the cut's date.</param>
    public static void Apply(WorkingBalance balance, GraceDecision decision, PurchasesWhileRevolving whileRevolving)
    {
        foreach (var item in balance.BilledItems.Where(item => item.Grace == Grace.Pending))
        {
            item.Grace = decision.IsPaidInFull ? Grace.Kept : Grace.None;
        }

        // What is zero on the statement that first bills it is free for good: it bears nothing here and is not carried on.
        var billsAtOnce = whileRevolving == PurchasesWhileRevolving.FromPosting && !decision.IsPaidInFull;
        foreach (var item in balance.UnbilledItems.Where(item => billsAtOnce && item.Principal.IsPositive))
        {
            item.Grace = Grace.None;
        }
    }
}
