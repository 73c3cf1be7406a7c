using Cycle.Ledger.Tests.Tariffs;

namespace Cycle.Ledger.Tests.Interest;

/// <summary>The product sheet's cash examples: statement day 18, 10,000.00 drawn on 27 July 2026 (rules.md section 5, worked check).</summary>
public sealed class ProductSheetCashTests
{
    private static Scenario Cash => Scenario.WithStatementDay(18).Cash("C1", "10,000.00", "2026-07-27");

    [Fact]
    public void The_first_statement_bills_interest_from_the_transaction_date_and_the_fee()
    {
        var play = Cash.Through("2026-08-18");

        var statement = play.Statement("2026-08-18");
        play.Legs("2026-08-18").ShouldBe(["2026-07-27..2026-08-18 10000.00 16.00 100.82"]);
        statement.InterestLegs.Single().Days.ShouldBe(23);
        statement.PreviousBalance.ShouldBe(Money.Zero);
        statement.CashAdvances.ShouldBe(Baht("10,000.00"));
        statement.Fees.ShouldBe(Baht("300.00"));
        statement.Interest.ShouldBe(Baht("100.82"));
        statement.NewBalance.ShouldBe(Baht("10,400.82"));
        statement.DueDate.ShouldBe(Day("2026-09-02"));
    }

    [Fact]
    public void The_minimum_is_1040_at_ten_percent_and_the_floor_at_the_eight_percent_of_2026()
    {
        Cash.Under(ShippedTariffs.Gsb2026TenPercent).Through("2026-08-18")
            .Statement("2026-08-18").MinimumPayment.ShouldBe(Baht("1,040.00"));

        Cash.Through("2026-08-18").Statement("2026-08-18").MinimumPayment.ShouldBe(Baht("1,000.00"));
    }

    /// <summary>The sheet prints 9,492.25, 0.30 more than its own parts add up to; the parts are what is computed.</summary>
    [Fact]
    public void Example_1_paying_the_minimum_leaves_9491_95()
    {
        var play = Cash.Pay("1,040.00", "2026-09-02").Through("2026-09-18");

        var statement = play.Statement("2026-09-18");
        play.Legs("2026-09-18").ShouldBe(
            ["2026-08-19..2026-09-01 10000.00 16.00 61.37", "2026-09-02..2026-09-18 9360.82 16.00 69.76"]);
        statement.InterestLegs.Select(leg => leg.Days).ShouldBe([14, 17]);
        statement.Payments.ShouldBe(Baht("1,040.00"));
        statement.NewBalance.ShouldBe(Baht("9,491.95"));
        play.Allocations("2026-09-18").ShouldBe(
            ["PAY01 > BilledFee C1 300.00", "PAY01 > BilledInterest  100.82", "PAY01 > BilledPrincipal C1 639.18"]);
    }

    [Fact]
    public void Example_2_paying_in_full_leaves_the_trailing_interest_61_37()
    {
        var play = Cash.Pay("10,400.82", "2026-09-02").Through("2026-09-18");

        play.Legs("2026-09-18").ShouldBe(["2026-08-19..2026-09-01 10000.00 16.00 61.37"]);
        play.Statement("2026-09-18").NewBalance.ShouldBe(Baht("61.37"));
    }

    [Fact]
    public void The_day_the_money_arrives_is_not_charged()
    {
        var play = Cash.Pay("10,300.00", "2026-07-28").Through("2026-08-18");

        play.Legs("2026-08-18").ShouldBe(["2026-07-27..2026-07-27 10000.00 16.00 4.38"]);
    }

    [Fact]
    public void Cash_repaid_on_the_day_it_was_drawn_bears_nothing()
    {
        var play = Cash.Pay("10,300.00", "2026-07-27").Through("2026-08-18");

        play.Statement("2026-08-18").Interest.ShouldBe(Money.Zero);
        play.Statement("2026-08-18").NewBalance.ShouldBe(Money.Zero);
    }

    [Fact]
    public void Cash_dated_in_an_earlier_cycle_accrues_from_there_in_legs_that_end_at_the_cut_between()
    {
        var play = Scenario.WithStatementDay(18).From("2026-07-01")
            .Cash("C1", "10,000.00", posted: "2026-07-20", transacted: "2026-07-10")
            .Through("2026-08-18");

        // 9 days to the cut of 18 July, at which no statement was made; 31 days to the next.
        play.Legs("2026-08-18").ShouldBe(
            ["2026-07-10..2026-07-18 10000.00 16.00 39.45", "2026-07-19..2026-08-18 10000.00 16.00 135.89"]);
        play.Statements.Count.ShouldBe(1);
    }

    [Fact]
    public void Cash_posted_late_still_accrues_from_its_transaction_date_though_a_credit_balance_pays_it_at_once()
    {
        var play = Scenario.WithStatementDay(18).From("2026-07-01")
            .Pay("20,000.00", "2026-07-02")
            .Cash("C1", "10,000.00", posted: "2026-07-17", transacted: "2026-07-16", taken: "2026-07-21")
            .Through("2026-08-18");

        // Its value date is 19 July: three days from the transaction date to the cut, none after.
        play.Legs("2026-08-18").ShouldBe(["2026-07-16..2026-07-18 10000.00 16.00 13.15"]);
        play.Statement("2026-08-18").NewBalance.ShouldBe(Baht("-9,686.85"));
    }
}
