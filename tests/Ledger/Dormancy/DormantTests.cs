using Cycle.Ledger.Accounts;
using Cycle.Ledger.Dormancy;
using static Cycle.Ledger.Tests.Dormancy.Portfolio;

namespace Cycle.Ledger.Tests.Dormancy;

/// <summary>Quiet accounts (rules.md section 8).</summary>
public sealed class DormantTests
{
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
    public void A_quiet_account_that_owes_nothing_is_cancelled_and_not_reported() =>
        CardCancellations.Decide(AccountOf(Card("K1", activated: "2020-01-01")), Day("2026-12-01"), Months).IsBlockedByCredit.ShouldBeFalse();

    [Fact]
    public void A_credit_balance_without_a_live_card_blocks_nothing_and_is_not_reported()
    {
        var account = AccountOf(Card("K1", activated: "2020-01-01", cancelled: "2026-01-01")) with { Balance = Baht("-1.00") };

        CardCancellations.Decide(account, Day("2026-12-01"), Months).IsBlockedByCredit.ShouldBeFalse();
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
}
