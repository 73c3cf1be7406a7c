using Cycle.Ledger.Accounts;
using Cycle.Ledger.Interest;
using Cycle.Ledger.Tariffs;
using Cycle.Ledger.Tests.Tariffs;

namespace Cycle.Ledger.Tests.Interest;

public sealed class RateTests
{
    private const string Cut = "2026-08-18";

    private static Scenario Cash => Scenario.WithStatementDay(18).Cash("C1", "10,000.00", "2026-07-27");

    [Fact]
    public void A_secured_account_pays_fifteen_percent() =>
        Cash.Secured().Through(Cut).Legs(Cut).ShouldBe(["2026-07-27..2026-08-18 10000.00 15.00 94.52"]);

    [Fact]
    public void A_tariff_change_inside_a_cycle_splits_the_leg_on_its_first_day() =>
        Cash.Under(Changing("2026-08-05", "14.75")).Through(Cut).Legs(Cut).ShouldBe(
            ["2026-07-27..2026-08-04 10000.00 16.00 39.45", "2026-08-05..2026-08-18 10000.00 14.75 56.58"]);

    [Theory]
    [InlineData("2026-07-27")] // the first day charged
    [InlineData("2026-08-19")] // the first day of the next cycle
    public void A_change_at_a_legs_edge_splits_nothing(string from) =>
        Cash.Under(Changing(from, "14.75")).Through(Cut).Statement(Cut).InterestLegs.Count.ShouldBe(1);

    [Fact]
    public void A_change_on_the_statement_date_is_a_leg_of_one_day() =>
        Cash.Under(Changing(Cut, "14.75")).Through(Cut).Legs(Cut).ShouldBe(
            ["2026-07-27..2026-08-17 10000.00 16.00 96.44", "2026-08-18..2026-08-18 10000.00 14.75 4.04"]);

    [Fact]
    public void Steps_after_the_last_day_charged_are_left_for_another_time()
    {
        var legs = new List<InterestLeg>();
        var history = new AccountHistory([new(DateOnly.MinValue, 18, Secured: false)]);

        Legs.Add(
            legs, "C1", ItemKind.CashAdvance, [new(Day("2026-08-01"), Baht("10,000.00")), new(Day("2026-08-15"), Baht("9,000.00"))],
            through: Day("2026-08-10"), new InterestRates(ShippedTariffs.Gsb2026, history), history);

        legs.Select(leg => (leg.From, leg.To)).ShouldBe([(Day("2026-08-01"), Day("2026-08-10"))]);
    }

    [Fact]
    public void A_listed_value_that_changes_nothing_splits_nothing() =>
        Cash.Under(Changing("2026-08-05", "16.00")).Through(Cut).Legs(Cut)
            .ShouldBe(["2026-07-27..2026-08-18 10000.00 16.00 100.82"]);

    [Fact]
    public void An_account_that_becomes_secured_pays_the_lower_rate_from_that_day() =>
        Cash.Secured(from: "2026-08-10").Through(Cut).Legs(Cut).ShouldBe(
            ["2026-07-27..2026-08-09 10000.00 16.00 61.37", "2026-08-10..2026-08-18 10000.00 15.00 36.99"]);

    [Fact]
    public void A_change_of_the_tariff_and_a_later_one_of_the_account_each_split_the_leg() =>
        Cash.Under(Changing("2026-08-05", "14.75")).Secured(from: "2026-08-10").Through(Cut).Legs(Cut).ShouldBe(
            [
                "2026-07-27..2026-08-04 10000.00 16.00 39.45", "2026-08-05..2026-08-09 10000.00 14.75 20.21",
                "2026-08-10..2026-08-18 10000.00 15.00 36.99",
            ]);

    [Fact]
    public void A_change_of_the_other_rate_does_not_concern_the_account()
    {
        var tariff = ShippedTariffs.Gsb2026 with
        {
            InterestSecured = new([new(Day("2026-01-01"), Percent("15.00")), new(Day("2026-08-05"), Percent("12.00"))]),
        };

        Cash.Under(tariff).Through(Cut).Statement(Cut).InterestLegs.Count.ShouldBe(1);
    }

    [Fact]
    public void A_moved_statement_day_ends_legs_on_the_cuts_that_were_really_made()
    {
        var play = Cash.StatementDayChanges(25, from: "2026-08-20").Through("2026-09-25");

        play.Legs("2026-08-25").ShouldBe(["2026-08-19..2026-08-25 10000.00 16.00 30.68"]);
        play.Legs("2026-09-25").ShouldBe(["2026-08-26..2026-09-25 10000.00 16.00 135.89"]);
        play.Statement("2026-09-25").DueDate.ShouldBe(Day("2026-10-09"));
    }

    [Fact]
    public void Legs_of_nothing_are_not_kept()
    {
        // 0.45 satang a day: three days make 1.35, one makes nothing.
        var rates = new InterestRates(ShippedTariffs.Gsb2026, Eighteenth);
        var legs = new List<InterestLeg>();

        Legs.Add(legs, "X", ItemKind.CashAdvance, [new(Day("2026-08-01"), Baht("10.27"))], Day("2026-08-01"), rates, Eighteenth);
        legs.ShouldBeEmpty();

        Legs.Add(legs, "X", ItemKind.CashAdvance, [new(Day("2026-08-01"), Baht("10.27"))], Day("2026-08-03"), rates, Eighteenth);
        legs.Single().Amount.ShouldBe(Baht("0.01"));
    }

    [Fact]
    public void Days_before_the_first_step_and_after_the_last_day_are_not_charged()
    {
        var rates = new InterestRates(ShippedTariffs.Gsb2026, Eighteenth);
        var legs = new List<InterestLeg>();

        Legs.Add(legs, "X", ItemKind.Purchase, [new(Day("2026-08-10"), Baht("100.00"))], Day("2026-08-09"), rates, Eighteenth);

        legs.ShouldBeEmpty();
    }

    private static AccountHistory Eighteenth { get; } = new([new(DateOnly.MinValue, 18, Secured: false)]);

    private static Tariff Changing(string from, string percent) => ShippedTariffs.Gsb2026 with
    {
        InterestUnsecured = new([new(Day("2026-01-01"), Percent("16.00")), new(Day(from), Percent(percent))]),
    };
}
