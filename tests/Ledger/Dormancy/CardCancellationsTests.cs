using Cycle.Ledger.Accounts;
using Cycle.Ledger.Dormancy;

namespace Cycle.Ledger.Tests.Dormancy;

/// <summary>Which cards a night cancels (rules.md section 8).</summary>
public sealed class CardCancellationsTests
{
    private const int Months = 6;

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
    public void A_quiet_account_loses_all_its_live_cards_activated_or_not()
    {
        var account = AccountOf(
            Card("K2", CardRole.Supplementary, approved: "2026-08-01"), Card("K1", activated: "2026-01-10"),
            Card("K0", activated: "2026-01-10", cancelled: "2026-02-01")) with { LastMovement = Day("2026-02-10") };

        Text(account, "2026-08-10").ShouldBeEmpty();
        Text(account, "2026-08-11").ShouldBe(["K1 DORMANT", "K2 DORMANT"]);
    }

    [Theory]
    [InlineData("2026-03-01", null, null, "2026-03-01")]
    [InlineData("2026-03-01", "2026-02-01", null, "2026-03-01")]
    [InlineData("2026-03-01", "2026-04-01", null, "2026-04-01")]
    [InlineData("2026-03-01", null, "2026-05-01", "2026-05-01")]
    [InlineData(null, null, "2025-05-01", "2026-01-20")] // blank: the first business date here
    [InlineData(null, "2026-01-25", null, "2026-01-25")]
    [InlineData("2027-03-01", null, null, "2026-01-20")] // a date later than the night has not happened
    public void The_last_event_is_the_latest_of_movement_master_and_activation(
        string? master, string? movement, string? activated, string expected)
    {
        var account = AccountOf(Card("K1", activated: activated ?? "2020-01-01")) with
        {
            MasterLastMovement = master is null ? null : Day(master),
            LastMovement = movement is null ? null : Day(movement),
        };

        CardCancellations.Decide(account, Day("2026-08-01"), Months).LastEvent.ShouldBe(Day(expected));
    }

    [Fact]
    public void The_activation_of_a_cancelled_card_no_longer_counts_as_an_event()
    {
        var account = AccountOf(
            Card("K1", activated: "2020-01-01"), Card("K2", activated: "2026-07-01", cancelled: "2026-07-15"));

        CardCancellations.Decide(account, Day("2026-08-01"), Months).LastEvent.ShouldBe(Day("2026-01-20"));
    }

    [Theory]
    [InlineData("0.01", "0.00", false)]
    [InlineData("0.00", "0.01", false)]
    [InlineData("-0.01", "0.00", true)]
    [InlineData("-0.01", "0.01", false)]
    public void Anything_owed_or_to_come_blocks_dormancy_and_a_credit_balance_blocks_it_and_is_reported(
        string balance, string plans, bool isReported)
    {
        var account = AccountOf(Card("K1", activated: "2020-01-01")) with
        {
            Balance = Baht(balance), PlansToCome = Baht(plans),
        };

        var decision = CardCancellations.Decide(account, Day("2026-12-01"), Months);

        decision.Cancellations.ShouldBeEmpty();
        decision.IsBlockedByCredit.ShouldBe(isReported);
    }

    [Fact]
    public void A_credit_balance_of_an_account_that_is_not_quiet_is_not_reported()
    {
        var account = AccountOf(Card("K1", activated: "2020-01-01")) with { Balance = Baht("-1.00") };

        CardCancellations.Decide(account, Day("2026-07-20"), Months).IsBlockedByCredit.ShouldBeFalse();
        CardCancellations.Decide(account, Day("2026-07-21"), Months).IsBlockedByCredit.ShouldBeTrue();
    }

    [Fact]
    public void An_account_without_any_activated_card_is_never_dormant() =>
        Text(AccountOf(Card("K1", approved: "2026-07-01")), "2026-12-01").ShouldBeEmpty();

    [Fact]
    public void An_activated_card_that_is_no_longer_live_still_makes_the_account_one_that_can_be_dormant()
    {
        var account = AccountOf(
            Card("K1", approved: "2026-07-01"), Card("K0", activated: "2020-01-01", cancelled: "2026-01-01"));

        Text(account, "2026-12-01").ShouldBe(["K1 DORMANT"]);
    }

    [Fact]
    public void Not_activated_comes_first_then_dormant_then_the_cascade_and_the_first_reason_stays()
    {
        var account = AccountOf(
            Card("K1", approved: "2026-01-01"),
            Card("K3", CardRole.Supplementary, approved: "2026-01-01"),
            Card("K2", CardRole.Supplementary, activated: "2026-01-05")) with { Balance = Baht("10.00") };

        // The primary falls as not activated, and with it the live supplementary card, though money is owed.
        Text(account, "2026-08-01").ShouldBe(["K1 NOT_ACTIVATED", "K3 NOT_ACTIVATED", "K2 PRIMARY_CANCELLED"]);
        Text(account with { Balance = Money.Zero }, "2026-08-01").ShouldBe(["K1 NOT_ACTIVATED", "K3 NOT_ACTIVATED", "K2 DORMANT"]);
    }

    [Theory]
    [InlineData("2026-05-01", "K2 PRIMARY_CANCELLED")]
    [InlineData("2026-04-30", "")]
    public void A_primary_cancelled_by_the_master_takes_its_supplementary_cards_along_from_that_date(string night, string expected)
    {
        var account = AccountOf(
            Card("K1", activated: "2026-04-01", cancelled: "2026-05-01"),
            Card("K2", CardRole.Supplementary, activated: "2026-04-01"));

        string.Join(',', Text(account, night)).ShouldBe(expected);
    }

    [Fact]
    public void A_live_primary_keeps_its_supplementary_cards()
    {
        var account = AccountOf(
            Card("K0", activated: "2026-04-01", cancelled: "2026-05-01"),
            Card("K1", activated: "2026-04-01"), Card("K2", CardRole.Supplementary, activated: "2026-04-01"));

        Text(account, "2026-05-01").ShouldBeEmpty();
    }

    [Fact]
    public void An_activation_later_than_the_night_has_not_happened() =>
        Text(AccountOf(Card("K1", approved: "2026-01-01", activated: "2026-09-01")), "2026-08-01").ShouldBe(["K1 NOT_ACTIVATED"]);

    [Fact]
    public void A_card_approved_later_than_the_night_is_not_there_yet() =>
        Text(AccountOf(Card("K1", approved: "2026-09-01")), "2026-08-01").ShouldBeEmpty();

    private static AccountActivity AccountOf(params Card[] cards) => new(
        "A1", cards, FirstBusinessDate: Day("2026-01-20"), MasterLastMovement: null, LastMovement: null,
        Balance: Money.Zero, PlansToCome: Money.Zero);

    private static Card Card(
        string id, CardRole role = CardRole.Primary, string approved = "2019-01-01", string? activated = null,
        string? cancelled = null) => new(
        id, "A1", role, "visa", "1234", "HOLDER", Day(approved), activated is null ? null : Day(activated),
        cancelled is null ? null : Day(cancelled));

    private static IReadOnlyList<string> Text(AccountActivity account, string night) => Text(account, Day(night));

    private static IReadOnlyList<string> Text(AccountActivity account, DateOnly night) =>
        [.. CardCancellations.Decide(account, night, Months).Cancellations.Select(c => $"{c.CardId} {c.ReasonName}")];

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
