using Cycle.Ledger.Collections;

namespace Cycle.Ledger.Tests.Collections;

/// <summary>Buckets and the overdue amount (rules.md section 7). 20,000.00 in 2026 make a minimum of 1,600.00 due 2 September.</summary>
public sealed class OverdueTests
{
    private const string Second = "2026-09-18";

    private static Scenario Owing => Scenario.WithStatementDay(18).Purchase("P1", "20,000.00", "2026-08-01");

    [Fact]
    public void A_minimum_is_overdue_at_the_end_of_its_effective_due_date_not_before()
    {
        var play = Owing.Through("2026-09-03");

        play.OverdueOn("2026-09-01").ShouldBe(new(0, Money.Zero));
        play.OverdueOn("2026-09-02").ShouldBe(new(1, Baht("1,600.00")));
    }

    [Fact]
    public void Holidays_move_the_day_it_becomes_overdue()
    {
        var play = Owing.Holidays("2026-09-02").Through("2026-09-03");

        play.OverdueOn("2026-09-02").ShouldBe(new(0, Money.Zero));
        play.OverdueOn("2026-09-03").ShouldBe(new(1, Baht("1,600.00")));
    }

    [Fact]
    public void A_part_payment_leaves_the_rest_missing_and_the_whole_minimum_leaves_nothing()
    {
        Owing.Pay("1,599.99", "2026-09-02").Through("2026-09-02").OverdueOn("2026-09-02").ShouldBe(new(1, Baht("0.01")));
        Owing.Pay("1,600.00", "2026-09-02").Through("2026-09-02").OverdueOn("2026-09-02").ShouldBe(new(0, Money.Zero));
    }

    [Fact]
    public void A_refund_fills_no_bucket_but_lowers_what_can_be_overdue()
    {
        Owing.Refund("5,000.00", "2026-08-25").Through("2026-09-02").OverdueOn("2026-09-02").ShouldBe(new(1, Baht("1,600.00")));
        Owing.Refund("19,500.00", "2026-08-25").Through("2026-09-02").OverdueOn("2026-09-02").ShouldBe(new(1, Baht("500.00")));
        Owing.Refund("19,500.00", "2026-09-02").Through("2026-09-02").OverdueOn("2026-09-02").ShouldBe(new(1, Baht("500.00")));
        Owing.Refund("25,000.00", "2026-08-25").Through("2026-09-02").OverdueOn("2026-09-02").ShouldBe(new(1, Money.Zero));
    }

    [Fact]
    public void A_reversal_of_a_billed_item_fills_buckets_with_principal_and_fees()
    {
        var play = Owing.Purchase("P2", "1,000.00", "2026-08-02", foreign: true).Reverse("P2", "2026-08-25").Through("2026-09-02");

        // 21,025.00 make a minimum of 1,682.00; 1,025.00 came back.
        play.OverdueOn("2026-09-02").ShouldBe(new(1, Baht("657.00")));
    }

    [Fact]
    public void A_reversal_before_the_statement_fills_nothing()
    {
        var play = Owing.Purchase("P2", "1,600.00", "2026-08-20").Reverse("P2", "2026-08-25").Through("2026-09-02");

        play.OverdueOn("2026-09-02").ShouldBe(new(1, Baht("1,600.00")));
    }

    [Fact]
    public void Payments_fill_the_oldest_bucket_first()
    {
        // The second minimum is 1,638.00 of 20,479.59.
        var play = Owing.Pay("1,700.00", "2026-09-25").Through("2026-10-02");

        play.Statement(Second).MinimumPayment.ShouldBe(Baht("1,638.00"));
        play.OverdueOn("2026-09-24").ShouldBe(new(1, Baht("1,600.00")));
        play.OverdueOn("2026-10-01").ShouldBe(new(0, Money.Zero));
        play.OverdueOn("2026-10-02").ShouldBe(new(1, Baht("1,538.00")));
    }

    [Fact]
    public void Two_minimums_missed_are_two_cycles()
    {
        var play = Owing.Through("2026-10-02");

        play.OverdueOn("2026-10-02").ShouldBe(new(2, Baht("3,238.00")));
    }

    [Fact]
    public void What_was_paid_beyond_the_minimum_is_not_kept_for_the_next()
    {
        var play = Owing.Pay("5,000.00", "2026-09-02").Through("2026-10-02");

        play.OverdueOn("2026-10-02").Cycles.ShouldBe(1);
        play.OverdueOn("2026-10-02").Amount.ShouldBe(play.Statement(Second).MinimumPayment);
    }

    [Fact]
    public void A_statement_shows_what_is_overdue_at_the_end_of_its_date_without_its_own_minimum()
    {
        var statement = Owing.Through(Second).Statement(Second);

        statement.OverdueCycles.ShouldBe(1);
        statement.OverdueAmount.ShouldBe(Baht("1,600.00"));
        Owing.Pay("1,600.00", "2026-09-10").Through(Second).Statement(Second).OverdueCycles.ShouldBe(0);
    }

    [Fact]
    public void A_statement_never_shows_more_overdue_than_it_asks_for()
    {
        var statement = Owing.Refund("19,900.00", "2026-09-01").Through(Second).Statement(Second);

        statement.OverdueCycles.ShouldBe(1);
        statement.OverdueAmount.ShouldBe(statement.NewBalance);
        statement.NewBalance.ShouldBeLessThan(Baht("1,600.00"));
    }

    [Fact]
    public void A_statement_that_owes_nothing_clears_every_bucket()
    {
        var play = Owing.Refund("30,000.00", "2026-09-10").Through(Second);

        play.Statement(Second).OverdueCycles.ShouldBe(0);
        play.Statement(Second).OverdueAmount.ShouldBe(Money.Zero);
        play.State.Buckets.ShouldBeEmpty();
    }

    [Fact]
    public void An_account_without_a_statement_is_not_overdue() =>
        Scenario.WithStatementDay(18).Purchase("P1", "20,000.00", "2026-08-01").Through("2026-08-10")
            .OverdueOn("2026-08-10").ShouldBe(new(0, Money.Zero));

    [Theory]
    [InlineData("2026-09-30", 1, "1,600.00", "2026-09-02", 28)]
    [InlineData("2026-10-31", 2, "3,238.00", "2026-09-02", 59)]
    public void At_a_month_end_the_days_past_due_count_from_the_oldest_minimum_not_filled(
        string monthEnd, int cycles, string amount, string since, int days)
    {
        var play = Owing.Through(monthEnd);

        Overdue.ArrearsOn(play.Nights.Cycle, Day(monthEnd)).ShouldBe(new(new(cycles, Baht(amount)), Day(since), days));
    }

    [Fact]
    public void A_due_date_that_is_the_month_end_is_zero_days_past_due_and_the_day_before_it_is_not_overdue()
    {
        // Statement day 16 with 15 due days: 31 August, a Monday.
        var play = Scenario.WithStatementDay(16).Purchase("P1", "20,000.00", "2026-08-01").Through("2026-08-31");

        Overdue.ArrearsOn(play.Nights.Cycle, Day("2026-08-30")).ShouldBeNull();
        Overdue.ArrearsOn(play.Nights.Cycle, Day("2026-08-31")).ShouldBe(new(new(1, Baht("1,600.00")), Day("2026-08-31"), 0));
    }

    [Fact]
    public void When_the_oldest_minimum_is_filled_the_days_count_from_the_next()
    {
        var play = Owing.Pay("1,600.00", "2026-10-20", posted: "2026-10-20").Through("2026-10-31");

        Overdue.ArrearsOn(play.Nights.Cycle, Day("2026-10-31"))!.Value.Since.ShouldBe(Day("2026-10-02"));
    }
}
