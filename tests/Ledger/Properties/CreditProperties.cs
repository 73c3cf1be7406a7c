using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Postings;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace Cycle.Ledger.Tests.Properties;

/// <summary>What holds of payments, refunds and reversals whatever else happened.</summary>
public sealed class CreditProperties(ITestOutputHelper output)
{
    private static readonly PostingKind[] NotPurchases = [PostingKind.CashAdvance, PostingKind.Payment];

    [Fact]
    public void Every_credit_is_allocated_to_the_last_satang() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            var play = life.Play();
            foreach (var ((cycle, _), result) in play.Nights.Closed.Zip(play.Cuts))
            {
                result.Allocations.ShouldAllBe(a => a.Amount.IsPositive);
                foreach (var credit in cycle.Postings.Where(p => p.Kind is PostingKind.Payment or PostingKind.Refund))
                {
                    Money.Sum(result.Allocations.Where(a => a.CreditId == credit.PostingId).Select(a => a.Amount))
                        .ShouldBe(credit.Amount);
                }
            }
        });

    [Fact]
    public void A_credit_balance_changes_only_by_what_is_noted() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            var credit = Money.Zero;
            foreach (var cut in life.Play().Cuts)
            {
                credit += Money.Sum(cut.Allocations.Where(a => a.Target == AllocationTarget.CreditBalance).Select(a => a.Amount));
                credit -= Money.Sum(cut.Allocations.Where(a => a.CreditId.Length == 0).Select(a => a.Amount));
                cut.State.Credit.ShouldBe(credit);
            }
        });

    [Fact]
    public void Credits_pay_in_the_order_of_the_rules() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            foreach (var allocations in life.Play().Cuts.SelectMany(cut => cut.Allocations.GroupBy(a => (a.CreditId, a.ValueDate)))
                .Where(group => group.Key.CreditId.Length > 0))
            {
                allocations.Select(a => a.Target).ShouldBeInOrder();
            }
        });

    [Fact]
    public void A_payment_never_raises_what_is_owed_later() =>
        Properties.ForAll(output, WithOneMore(PostingKind.Payment), c =>
        {
            var without = c.Life.Play();
            var with = c.Life.Play([.. c.Life.Arrivals, c.More]);
            foreach (var (before, after) in without.Cuts.Zip(with.Cuts))
            {
                after.State.Balance.ShouldBeLessThanOrEqualTo(before.State.Balance, $"{after.State.LastCut:o} with {c.More}");
            }
        });

    [Fact]
    public void Paying_every_statement_in_full_and_on_time_never_costs_interest_on_purchases() =>
        Properties.ForAll(output, RandomLives.Any, any =>
        {
            var life = any.Without(NotPurchases);
            var nights = life.Nights();
            for (var night = RandomLife.First; night <= RandomLife.Last; night = night.AddDays(1))
            {
                var paying = nights.State.LastStatement is { } last && last.NewBalance.IsPositive && night == last.EffectiveDueDate
                    ? new[] { new Arrival($"PAY-{night:o}", PostingKind.Payment, last.NewBalance, night, night, night) }
                    : [];
                nights.Run(night, [.. life.Arrivals.Where(arrival => arrival.Taken == night), .. paying]);
            }

            nights.Cuts.ShouldAllBe(cut => cut.Statement == null || cut.Statement.Interest.IsZero);
            nights.Taken.Values.ShouldAllBe(posting => posting.Kind != PostingKind.FeeCollection);
        });

    [Fact]
    public void A_reversal_right_after_its_posting_leaves_no_trace_in_balance_and_interest() =>
        Properties.ForAll(
            output, WithOneMore(PostingKind.Purchase, PostingKind.CashAdvance, PostingKind.TaxPayment), c =>
            {
                var reversal = c.More with
                {
                    Id = "REV-MORE", Kind = PostingKind.Reversal, Original = c.More.Id, Months = null, Transacted = c.More.Posted,
                };
                var without = c.Life.Play();
                var with = c.Life.Play([.. c.Life.Arrivals, c.More, reversal]);
                foreach (var (before, after) in without.Cuts.Zip(with.Cuts))
                {
                    Trace(after).ShouldBe(Trace(before));
                }

                with.CollectionPostings.Count.ShouldBe(without.CollectionPostings.Count);
            });

    private static string Trace(CutResult cut)
    {
        var state = cut.State;
        return $"{state.Balance} {state.Credit} {cut.Statement?.Interest ?? Money.Zero} "
            + $"{cut.Statement?.MinimumPayment ?? Money.Zero} {cut.Statement?.OverdueAmount ?? Money.Zero} "
            + string.Join(',', state.Items.Select(Text)) + string.Join(',', state.Fees) + string.Join(',', state.Interest)
            + string.Join(',', state.Plans) + string.Join(',', cut.Statement?.InterestLegs ?? []);
    }

    private static string Text(OpenItem item) => $"{item.PostingId} {item.Part} {item.Grace} {string.Join(' ', item.Steps)}";

    private static Arbitrary<(RandomLife Life, Arrival More)> WithOneMore(params PostingKind[] kinds) => Arb.From(
        from life in RandomLives.Any.Generator
        from kind in Gen.Elements(kinds)
        from satang in Gen.OneOf(Gen.Choose(1, 500), Gen.Choose(1, 5_000_000))
        from day in Gen.Choose(0, 200)
        from late in Gen.Elements(0, 0, 0, 3, 12)
        from foreign in Gen.Elements(true, false)
        from months in Gen.Elements(0, 0, 3)
        select (life, More: new ArrivalSeed(kind, new(satang), day, ActedBefore: 0, late, foreign, months, Original: 0)
            .Arrival(0) with { Id = "MORE" }),
        c => c.life.Smaller().Select(smaller => (smaller, c.More)));
}
