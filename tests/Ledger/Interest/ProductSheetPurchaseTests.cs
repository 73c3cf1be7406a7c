namespace Cycle.Ledger.Tests.Interest;

/// <summary>A purchase of 10,000.00 posted on 27 July 2026, statement day 18 (rules.md section 5, worked check).</summary>
public sealed class ProductSheetPurchaseTests
{
    private static Scenario Purchase => Scenario.WithStatementDay(18).Purchase("P1", "10,000.00", "2026-07-27");

    [Fact]
    public void The_first_statement_bills_no_interest()
    {
        var statement = Purchase.Through("2026-08-18").Statement("2026-08-18");

        statement.Interest.ShouldBe(Money.Zero);
        statement.NewBalance.ShouldBe(Baht("10,000.00"));
        statement.MinimumPayment.ShouldBe(Baht("1,000.00"));
    }

    [Fact]
    public void Paying_a_part_loses_grace_from_the_posting_date()
    {
        var play = Purchase.Pay("1,000.00", "2026-09-02").Through("2026-09-18");

        play.Legs("2026-09-18").ShouldBe(
        [
            "2026-07-27..2026-08-18 10000.00 16.00 100.82",
            "2026-08-19..2026-09-01 10000.00 16.00 61.37",
            "2026-09-02..2026-09-18 9000.00 16.00 67.07",
        ]);
        play.Statement("2026-09-18").NewBalance.ShouldBe(Baht("9,229.26"));
    }

    [Fact]
    public void Paying_in_full_on_the_due_date_costs_nothing()
    {
        var play = Purchase.Pay("10,000.00", "2026-09-02").Through("2026-09-18");

        play.Statement("2026-09-18").Interest.ShouldBe(Money.Zero);
        play.Statement("2026-09-18").NewBalance.ShouldBe(Money.Zero);
    }

    [Fact]
    public void Paying_in_full_but_late_costs_the_days_until_then()
    {
        var play = Purchase.Pay("10,000.00", "2026-09-05").Through("2026-09-18");

        play.Legs("2026-09-18").ShouldBe(
            ["2026-07-27..2026-08-18 10000.00 16.00 100.82", "2026-08-19..2026-09-04 10000.00 16.00 74.52"]);
        play.Statement("2026-09-18").Interest.ShouldBe(Baht("175.34"));
    }

    [Fact]
    public void Paying_nothing_costs_every_day()
    {
        var play = Purchase.Through("2026-09-18");

        play.Legs("2026-09-18").ShouldBe(
            ["2026-07-27..2026-08-18 10000.00 16.00 100.82", "2026-08-19..2026-09-18 10000.00 16.00 135.89"]);
        play.Statement("2026-09-18").Interest.ShouldBe(Baht("236.71"));
    }

    [Fact]
    public void A_purchase_already_paid_on_its_first_statement_is_free_for_good()
    {
        var play = Purchase
            .Purchase("P2", "500.00", "2026-08-10")
            .Pay("10,000.00", "2026-08-12")
            .Through("2026-09-18");

        // P2 is left unpaid: it alone loses grace.
        play.Legs("2026-09-18").ShouldBe(
            ["2026-08-10..2026-08-18 500.00 16.00 1.97", "2026-08-19..2026-09-18 500.00 16.00 6.79"]);
    }

    [Fact]
    public void What_lost_grace_keeps_accruing_after_its_statement_was_paid_until_the_money_arrived()
    {
        var play = Purchase.Pay("10,236.71", "2026-10-01").Through("2026-10-18");

        // Twelve days of trailing interest from the cut to the day before the payment.
        play.Legs("2026-10-18").ShouldBe(["2026-09-19..2026-09-30 10000.00 16.00 52.60"]);
        play.Statement("2026-10-18").NewBalance.ShouldBe(Baht("52.60"));
    }
}
