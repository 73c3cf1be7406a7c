using Cycle.Ledger.Billing;
using Cycle.Ledger.Journal;
using Xunit.Abstractions;

namespace Cycle.Ledger.Tests.Properties;

/// <summary>What holds of the books whatever happened (rules.md section 11).</summary>
public sealed class JournalProperties(ITestOutputHelper output)
{
    [Fact]
    public void At_the_end_of_every_night_the_books_balance_and_equal_what_the_account_owes() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            var nights = life.Nights();
            var booked = Money.Zero;
            for (var night = RandomLife.First; night <= RandomLife.Last; night = night.AddDays(1))
            {
                nights.Run(night, life.Arrivals.Where(arrival => arrival.Taken == night));
                foreach (var entry in EntriesOf(nights, night))
                {
                    entry.Lines.ShouldAllBe(line => line.Debit.IsPositive ^ line.Credit.IsPositive);
                    Money.Sum(entry.Lines.Select(line => line.Debit - line.Credit)).ShouldBe(Money.Zero);
                    booked += entry.BalanceEffect;
                }

                booked.ShouldBe(Positions.On(nights.Cycle, night).Balance, $"{night:o}");
            }
        });

    [Fact]
    public void After_every_cut_each_receivable_is_what_is_open_on_the_account() =>
        Properties.ForAll(output, RandomLives.Any, life =>
        {
            var nights = life.Nights();
            var books = new Dictionary<string, Money>(StringComparer.Ordinal);
            for (var night = RandomLife.First; night <= RandomLife.Last; night = night.AddDays(1))
            {
                nights.Run(night, life.Arrivals.Where(arrival => arrival.Taken == night));
                foreach (var line in EntriesOf(nights, night).SelectMany(entry => entry.Lines))
                {
                    books[line.GlAccount] = books.GetValueOrDefault(line.GlAccount) + line.Debit - line.Credit;
                }

                if (nights.State.LastCut == night)
                {
                    Money Book(string account) => books.GetValueOrDefault(account);
                    var state = nights.State;
                    Book(GlAccount.ReceivableFees).ShouldBe(Money.Sum(state.Fees.Select(fee => fee.Outstanding)));
                    Book(GlAccount.ReceivableInterest).ShouldBe(Money.Sum(state.Interest.Select(i => i.Outstanding)));
                    Book(GlAccount.ReceivablePrincipal).ShouldBe(Money.Sum(state.Items.Select(item => item.Principal)));
                    Book(GlAccount.CustomerCredit).ShouldBe(-state.Credit);
                    Book(GlAccount.InstalmentPlans).ShouldBe(Money.Sum(state.Plans.Select(plan => plan.ToCome)));
                }
            }
        });

    private static IEnumerable<JournalEntry> EntriesOf(AccountNights nights, DateOnly night)
    {
        if (nights.State.LastCut != night)
        {
            return PostingEntries.Of(nights.Cycle, night);
        }

        var closed = nights.Closed[^1].Cycle;
        return PostingEntries.Of(closed, night).Concat(CutEntries.Of(closed.State, nights.Cuts[^1]));
    }
}
