using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Postings;
using Xunit.Abstractions;

namespace Cycle.Ledger.Tests.Properties;

/// <summary>What holds of the sums by which most accounts are known to be within their limits (rules.md section 2).</summary>
public sealed class UsageProperties(ITestOutputHelper output)
{
    [Fact]
    public void No_account_uses_more_of_its_limit_than_the_ceiling_says_on_any_night() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            var nights = life.Nights();
            for (var night = RandomLife.First; night <= RandomLife.Last; night = night.AddDays(1))
            {
                nights.Run(night, life.Arrivals.Where(arrival => arrival.Taken == night));
                var position = Positions.On(nights.Cycle, night);
                var ceiling = CeilingOf(nights.Cycle);

                (position.Balance + position.PlansToCome).ShouldBeLessThanOrEqualTo(ceiling.Used, $"{night:o}");
                position.CashPrincipal.ShouldBeLessThanOrEqualTo(ceiling.CashPrincipal, $"{night:o}");
            }
        });

    [Fact]
    public void A_credit_balance_leaves_room_above_the_limit_but_hides_no_cash()
    {
        var ceiling = new UsageCeiling(Baht("-300.00"), Baht("1,200.00"), DebitsSince: Baht("530.00"), CashSince: Baht("500.00"));

        ceiling.Used.ShouldBe(Baht("1,430.00"));
        ceiling.CashPrincipal.ShouldBe(Baht("500.00"));
    }

    /// <summary>The sums as the store makes them.</summary>
    private static UsageCeiling CeilingOf(AccountCycle cycle)
    {
        var debits = cycle.Postings.Where(posting => posting.Kind.IsDebit()).ToList();
        return new(
            cycle.State.Balance,
            Money.Sum(cycle.State.Plans.Select(plan => plan.Amount)),
            Money.Sum(debits.Select(posting => posting.Amount + posting.Fees.Total)),
            Money.Sum(debits.Where(posting => posting.Kind == PostingKind.CashAdvance).Select(posting => posting.Amount)));
    }
}
