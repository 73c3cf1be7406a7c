using Cycle.Ledger.Dormancy;
using static Cycle.Ledger.Tests.Dormancy.Portfolio;

namespace Cycle.Ledger.Tests.Dormancy;

/// <summary>Cards never activated (rules.md section 8).</summary>
public sealed class NotActivatedTests
{
    // The last column is the first date on which the other formula, date > event + 6 months, would cancel.
    [Theory]
    [InlineData("2026-02-27", "2026-08-28", "2026-08-28")]
    [InlineData("2026-02-28", "2026-09-01", "2026-08-29")]
    [InlineData("2028-02-29", "2028-09-01", "2028-08-30")]
    [InlineData("2026-09-30", "2027-04-01", "2027-03-31")]
    [InlineData("2026-08-31", "2027-03-01", "2027-03-01")]
    [InlineData("2026-08-28", "2027-03-01", "2027-03-01")]
    [InlineData("2026-01-15", "2026-07-16", "2026-07-16")]
    public void A_card_never_activated_is_cancelled_on_the_first_date_more_than_six_months_after_approval(
        string approved, string first, string firstOfTheOtherFormula)
    {
        var account = AccountOf(Card("K1", approved: approved));

        Text(account, Day(first).AddDays(-1)).ShouldBeEmpty();
        Text(account, Day(first)).ShouldBe(["K1 NOT_ACTIVATED"]);
        FirstDate(day => day > Day(approved).AddMonths(Months), approved).ShouldBe(Day(firstOfTheOtherFormula));
        FirstDate(day => CardCancellations.IsPast(Day(approved), day, Months), approved).ShouldBe(Day(first));
    }

    [Fact]
    public void An_activation_later_than_the_night_has_not_happened() =>
        Text(AccountOf(Card("K1", approved: "2026-01-01", activated: "2026-09-01")), "2026-08-01").ShouldBe(["K1 NOT_ACTIVATED"]);

    [Fact]
    public void A_card_approved_later_than_the_night_is_not_there_yet() =>
        Text(AccountOf(Card("K1", approved: "2026-09-01")), "2026-08-01").ShouldBeEmpty();

    private static DateOnly FirstDate(Func<DateOnly, bool> holds, string from)
    {
        var day = Day(from);
        while (!holds(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
