using Cycle.Ledger.Billing;
using Cycle.Ledger.Postings;
using Xunit.Abstractions;

namespace Cycle.Ledger.Tests.Properties;

/// <summary>What holds of every statement whatever happened (rules.md section 6).</summary>
public sealed class StatementProperties(ITestOutputHelper output)
{
    [Fact]
    public void The_new_balance_is_the_previous_one_and_the_printed_sums() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            foreach (var s in life.Play().Statements)
            {
                (s.PreviousBalance - s.Payments - s.Refunds + s.Purchases + s.CashAdvances + s.Instalments + s.Fees + s.Interest)
                    .ShouldBe(s.NewBalance);
            }
        });

    [Fact]
    public void The_sums_are_those_of_the_lines_and_legs() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            foreach (var s in life.Play().Statements)
            {
                Sum(s, "PAYMENT").ShouldBe(-s.Payments);
                Sum(s, "REFUND", "REVERSAL").ShouldBe(-s.Refunds);
                Sum(s, "PURCHASE", "TAX_PAYMENT").ShouldBe(s.Purchases);
                Sum(s, "CASH_ADVANCE").ShouldBe(s.CashAdvances);
                Sum(s, "INSTALMENT").ShouldBe(s.Instalments);
                Money.Sum(s.Lines.Where(l => l.Kind.StartsWith("FEE_", StringComparison.Ordinal)).Select(l => l.Amount))
                    .ShouldBe(s.Fees);
                Money.Sum(s.InterestLegs.Select(leg => leg.Amount)).ShouldBe(s.Interest);
            }
        });

    [Fact]
    public void The_state_carries_exactly_the_new_balance_into_the_next_statement() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            var before = Money.Zero;
            foreach (var cut in life.Play().Cuts)
            {
                (cut.Statement?.PreviousBalance ?? Money.Zero).ShouldBe(before);
                before = cut.Statement?.NewBalance ?? Money.Zero;
                cut.State.Balance.ShouldBe(before);
                cut.State.LastStatement?.NewBalance.ShouldBe(before);
                (cut.State.Credit.IsPositive && (cut.State.Items.Count + cut.State.Fees.Count + cut.State.Interest.Count) > 0)
                    .ShouldBeFalse("a credit balance stands beside open debt");
            }
        });

    [Fact]
    public void Every_posting_is_printed_on_exactly_one_statement() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            var play = life.Play();
            var printed = play.Statements
                .SelectMany(s => s.Lines.Where(l => l.Kind != "INSTALMENT").Select(l => l.PostingId).Distinct()).ToList();

            printed.ShouldBeUnique();
            printed.ToHashSet().IsSubsetOf(play.Nights.Taken.Keys).ShouldBeTrue();
            var due = play.Nights.Taken.Values
                .Where(p => p.Kind is PostingKind.Payment or PostingKind.Refund || (p.Kind.IsDebit() && !p.IsPlan && p.Amount.IsPositive))
                .Where(p => p.ValueDate <= play.State.LastCut)
                .Select(p => p.PostingId);
            due.Except(printed).ShouldBeEmpty();
        });

    [Fact]
    public void Minimum_and_overdue_amount_never_exceed_what_is_owed() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            foreach (var s in life.Play().Statements)
            {
                s.MinimumPayment.ShouldBeInRange(Money.Zero, Money.Max(Money.Zero, s.NewBalance));
                s.OverdueAmount.ShouldBeInRange(Money.Zero, Money.Max(Money.Zero, s.NewBalance));
                (s.NewBalance.IsPositive || s.OverdueCycles == 0).ShouldBeTrue();
            }
        });

    [Fact]
    public void The_position_between_cuts_is_the_last_balance_and_what_came_since() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            var play = life.Play();
            var cycle = play.Nights.Cycle;
            var since = Money.Sum(cycle.Postings.Select(p => Effect(p, play)));

            Positions.On(cycle, RandomLife.Last).Balance
                .ShouldBe(cycle.State.Balance + since);
        });

    private static Money Sum(Statement statement, params string[] kinds) =>
        Money.Sum(statement.Lines.Where(line => kinds.Contains(line.Kind)).Select(line => line.Amount));

    private static Money Effect(Posting posting, Played play)
    {
        if (posting.Kind == PostingKind.Reversal)
        {
            var original = play.Nights.Taken[posting.OriginalPostingId!];
            var parts = play.Statements.SelectMany(s => s.Lines)
                .Where(line => line.Kind == "INSTALMENT" && line.PostingId == original.PostingId).Select(line => line.Amount);
            return -(original.Fees.Total + (original.IsPlan ? Money.Sum(parts) : original.Amount));
        }

        return posting.Kind.IsDebit() ? posting.Fees.Total + (posting.IsPlan ? Money.Zero : posting.Amount) : -posting.Amount;
    }
}
