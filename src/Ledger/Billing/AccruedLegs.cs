using Cycle.Ledger.Accounts;
using Cycle.Ledger.Interest;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Billing;

/// <summary>Interest that no statement has billed yet, as legs: what a cut bills, and what accrues until then (rules.md section 5).</summary>
internal static class AccruedLegs
{
    /// <summary>Interest accrued and not billed at the end of a day: of cash, and of what has lost grace.</summary>
    /// <param name="balance">What is open at the end of the day, grace decided as far as it is known.</param>
    /// <param name="cycle">The account's cycle so far.</param>
    /// <param name="day">Last day charged.</param>
    /// <param name="tariff">The tariff with its rates.</param>
    /// <returns>The legs in the order in which statements and files show them.</returns>
    public static List<InterestLeg> Through(WorkingBalance balance, AccountCycle cycle, DateOnly day, Tariff tariff)
    {
        var legs = new List<InterestLeg>();
        var rates = new InterestRates(tariff, cycle.History);
        foreach (var item in balance.Items.Where(item => item.Grace == Grace.None && !item.IsReversed))
        {
            Legs.Add(legs, item.PostingId, item.Kind, item.Steps, day, rates, cycle.History);
        }

        legs.Sort(InOrder);
        return legs;
    }

    /// <summary>By posting id, from-date, principal; two parts of one plan may share all three, then the shorter leg comes first.</summary>
    private static int InOrder(InterestLeg left, InterestLeg right)
    {
        var byId = string.CompareOrdinal(left.PostingId, right.PostingId);
        var byFrom = byId != 0 ? byId : left.From.CompareTo(right.From);
        var byPrincipal = byFrom != 0 ? byFrom : left.Principal.CompareTo(right.Principal);
        return byPrincipal != 0 ? byPrincipal : left.To.CompareTo(right.To);
    }
}
