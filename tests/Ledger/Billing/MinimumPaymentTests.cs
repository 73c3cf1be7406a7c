using Cycle.Ledger.Billing;
using Cycle.Ledger.Tariffs;
using Cycle.Ledger.Tests.Tariffs;

namespace Cycle.Ledger.Tests.Billing;

public sealed class MinimumPaymentTests
{
    private static readonly DateOnly Due2026 = Day("2026-12-31");
    private static readonly DateOnly Due2027 = Day("2027-01-01");

    private static Tariff Rounding(MinimumRounding rounding) => ShippedTariffs.Gsb2026TenPercent with
    {
        MinimumRounding = new(new DatedValue<MinimumRounding>(DateOnly.MinValue, rounding)),
    };

    [Theory]
    [InlineData("10,400.82", "1,000.00")] // 832 is below the floor
    [InlineData("20,000.00", "1,600.00")]
    [InlineData("12,512.49", "1,000.00")] // 1,000.99 down to 1,000
    [InlineData("12,512.50", "1,001.00")]
    [InlineData("1,000.00", "1,000.00")]
    [InlineData("640.25", "640.25")]
    [InlineData("0.01", "0.01")]
    [InlineData("0.00", "0.00")]
    [InlineData("-500.00", "0.00")]
    public void In_2026_it_is_eight_percent_in_whole_baht_with_a_floor_and_never_more_than_is_owed(string balance, string expected) =>
        MinimumPayment.Of(Baht(balance), Money.Zero, Due2026, ShippedTariffs.Gsb2026).ShouldBe(Baht(expected));

    [Fact]
    public void From_2027_it_is_ten_percent_by_the_nominal_due_date()
    {
        MinimumPayment.Of(Baht("20,000.00"), Money.Zero, Due2026, ShippedTariffs.Gsb2026).ShouldBe(Baht("1,600.00"));
        MinimumPayment.Of(Baht("20,000.00"), Money.Zero, Due2027, ShippedTariffs.Gsb2026).ShouldBe(Baht("2,000.00"));
    }

    [Theory]
    [InlineData(16, "2026-12-16", "1,600.00")] // due 31 December
    [InlineData(18, "2026-12-18", "2,000.00")] // due 2 January, a Saturday: the nominal date decides
    public void The_switch_follows_the_nominal_due_date_of_a_statement(int statementDay, string statementDate, string expected) =>
        Scenario.WithStatementDay(statementDay).Purchase("P1", "20,000.00", "2026-12-01").Through(statementDate)
            .Statement(statementDate).MinimumPayment.ShouldBe(Baht(expected));

    [Fact]
    public void The_effective_due_date_does_not_decide_the_share()
    {
        // 31 December 2026 moved to 4 January 2027 by holidays: still the 8 percent of 2026.
        var play = Scenario.WithStatementDay(16).Holidays("2026-12-31", "2027-01-01")
            .Purchase("P1", "20,000.00", "2026-12-01").Through("2026-12-16");

        play.State.LastStatement!.EffectiveDueDate.ShouldBe(Day("2027-01-04"));
        play.Statement("2026-12-16").MinimumPayment.ShouldBe(Baht("1,600.00"));
    }

    [Theory]
    [InlineData(MinimumRounding.BahtDown, "10,400.82", "1,040.00")]
    [InlineData(MinimumRounding.Satang, "10,400.82", "1,040.08")]
    [InlineData(MinimumRounding.BahtUp, "10,400.82", "1,041.00")]
    [InlineData(MinimumRounding.BahtDown, "10,400.00", "1,040.00")]
    [InlineData(MinimumRounding.Satang, "10,400.00", "1,040.00")]
    [InlineData(MinimumRounding.BahtUp, "10,400.00", "1,040.00")]
    [InlineData(MinimumRounding.BahtUp, "10,400.01", "1,041.00")]
    [InlineData(MinimumRounding.Satang, "10,400.85", "1,040.09")] // 104,008.5 satang
    public void The_percentage_part_is_rounded_as_the_tariff_says(MinimumRounding rounding, string balance, string expected) =>
        MinimumPayment.Of(Baht(balance), Money.Zero, Due2026, Rounding(rounding)).ShouldBe(Baht(expected));

    [Theory]
    [InlineData("30,000.00", "5,000.00", "7,000.00")] // 8 % of 25,000 and the part
    [InlineData("6,000.00", "5,000.00", "6,000.00")] // the floor and the part
    [InlineData("5,500.00", "5,000.00", "5,500.00")] // never more than is owed
    [InlineData("5,000.00", "5,000.00", "5,000.00")]
    [InlineData("300.00", "5,000.00", "300.00")] // a credit paid most of the part
    public void Instalments_are_due_whole_on_top(string balance, string instalments, string expected) =>
        MinimumPayment.Of(Baht(balance), Baht(instalments), Due2026, ShippedTariffs.Gsb2026).ShouldBe(Baht(expected));

    [Theory]
    [InlineData(MinimumRounding.BahtDown)]
    [InlineData(MinimumRounding.Satang)]
    [InlineData(MinimumRounding.BahtUp)]
    public void Nothing_is_asked_of_what_is_not_owed(MinimumRounding rounding) =>
        MinimumPayment.ShareOf(Baht("-10,400.00"), Percent("10.00"), rounding).ShouldBe(Money.Zero);

    [Fact]
    public void A_balance_below_this_statements_instalments_has_no_percentage_part()
    {
        var noFloor = ShippedTariffs.Gsb2026 with { MinimumFloor = new(new DatedValue<Money>(DateOnly.MinValue, Money.Zero)) };

        MinimumPayment.Of(Baht("4,000.00"), Baht("5,000.00"), Due2026, noFloor).ShouldBe(Baht("4,000.00"));
        MinimumPayment.Of(Baht("5,100.00"), Baht("5,000.00"), Due2026, noFloor).ShouldBe(Baht("5,008.00"));
    }
}
