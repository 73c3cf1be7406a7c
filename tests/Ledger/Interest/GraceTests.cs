using Cycle.Ledger.Tests.Tariffs;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Interest;

public sealed class GraceTests
{
    private const string Cut = "2026-09-18";

    private static Scenario Purchase => Scenario.WithStatementDay(18).Purchase("P1", "10,000.00", "2026-07-27");

    [Fact]
    public void One_satang_short_loses_it()
    {
        var play = Purchase.Pay("9,999.99", "2026-09-02").Through(Cut);

        play.Legs(Cut).ShouldBe(
            ["2026-07-27..2026-08-18 10000.00 16.00 100.82", "2026-08-19..2026-09-01 10000.00 16.00 61.37"]);
        play.Cut(Cut).Grace.Paid.ShouldBe(Baht("9,999.99"));
        play.Cut(Cut).Grace.Required.ShouldBe(Baht("10,000.00"));
        play.Cut(Cut).Grace.IsPaidInFull.ShouldBeFalse();
    }

    [Fact]
    public void One_day_late_loses_it() =>
        Purchase.Pay("10,000.00", "2026-09-03").Through(Cut).Statement(Cut).Interest.ShouldBe(Baht("166.57"));

    [Fact]
    public void Two_payments_that_reach_the_balance_together_keep_it() =>
        Purchase.Pay("4,000.00", "2026-08-19").Pay("6,000.00", "2026-09-02").Through(Cut)
            .Statement(Cut).Interest.ShouldBe(Money.Zero);

    [Fact]
    public void A_payment_made_on_time_but_booked_late_keeps_it() =>
        Purchase.Pay("10,000.00", "2026-09-02", posted: "2026-09-04").Through(Cut).Statement(Cut).Interest.ShouldBe(Money.Zero);

    [Theory]
    [InlineData("2026-09-04", "0.00")]
    [InlineData("2026-09-05", "175.34")]
    public void A_due_date_on_holidays_moves_to_the_next_business_day(string paid, string interest) =>
        Purchase.Holidays("2026-09-02", "2026-09-03").Pay("10,000.00", paid).Through(Cut)
            .Statement(Cut).Interest.ShouldBe(Baht(interest));

    [Theory]
    [InlineData("2027-01-04", "0.00")] // 2 January is a Saturday
    [InlineData("2027-01-05", "113.97")]
    public void A_due_date_on_a_weekend_moves_too(string paid, string interest) =>
        Scenario.WithStatementDay(18).Purchase("P1", "10,000.00", "2026-12-10").Pay("10,000.00", paid).Through("2027-01-18")
            .Statement("2027-01-18").Interest.ShouldBe(Baht(interest));

    [Fact]
    public void Lost_grace_is_lost_for_every_item_of_the_statement_also_for_those_paid_in_time()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "4,000.00", "2026-07-27").Purchase("P2", "6,000.00", "2026-08-01")
            .Pay("4,000.00", "2026-09-02").Through(Cut);

        play.Legs(Cut).ShouldBe(
        [
            "2026-07-27..2026-08-18 4000.00 16.00 40.33",
            "2026-08-19..2026-09-01 4000.00 16.00 24.55",
            "2026-08-01..2026-08-18 6000.00 16.00 47.34",
            "2026-08-19..2026-09-18 6000.00 16.00 81.53",
        ]);
    }

    [Fact]
    public void A_late_posting_that_lost_grace_accrues_from_its_posting_date_in_the_cycle_before()
    {
        // Booked on 17 July, brought on 20 July: first billed on 18 August, and not paid.
        var play = Scenario.WithStatementDay(18).From("2026-07-01")
            .Purchase("P1", "10,000.00", "2026-07-17", taken: "2026-07-20").Through(Cut);

        play.Statement("2026-08-18").Purchases.ShouldBe(Baht("10,000.00"));
        play.Legs(Cut).ShouldBe(
        [
            "2026-07-17..2026-07-18 10000.00 16.00 8.77",
            "2026-07-19..2026-08-18 10000.00 16.00 135.89",
            "2026-08-19..2026-09-18 10000.00 16.00 135.89",
        ]);
    }

    [Fact]
    public void A_statement_that_owed_nothing_counts_as_paid()
    {
        var play = Scenario.WithStatementDay(18).Under(FromPosting())
            .Pay("100.00", "2026-08-01")
            .Purchase("P1", "10,000.00", "2026-08-20").Through(Cut);

        play.Statement("2026-08-18").NewBalance.ShouldBe(Baht("-100.00"));
        play.Cut(Cut).Grace.IsPaidInFull.ShouldBeTrue();
        play.Statement(Cut).Interest.ShouldBe(Money.Zero);
    }

    [Fact]
    public void New_purchases_of_a_revolving_account_bear_nothing_on_their_own_first_statement_by_default()
    {
        var play = Purchase.Purchase("P2", "1,000.00", "2026-09-10").Through(Cut);

        play.Statement(Cut).InterestLegs.ShouldAllBe(leg => leg.PostingId == "P1");
    }

    [Fact]
    public void New_purchases_of_a_revolving_account_bear_interest_at_once_when_the_tariff_says_from_posting()
    {
        var play = Purchase.Under(FromPosting()).Purchase("P2", "1,000.00", "2026-09-10").Through(Cut);

        play.Statement(Cut).InterestLegs.Single(leg => leg.PostingId == "P2").Amount.ShouldBe(Baht("3.95")); // 9 days
        play.Statement("2026-08-18").Interest.ShouldBe(Money.Zero); // nothing was owed before
    }

    [Fact]
    public void From_posting_spares_purchases_while_the_statement_before_is_paid_and_those_paid_before_the_cut()
    {
        Purchase.Under(FromPosting()).Purchase("P2", "1,000.00", "2026-09-10").Pay("10,000.00", "2026-09-02").Through(Cut)
            .Statement(Cut).Interest.ShouldBe(Money.Zero);

        var late = Purchase.Under(FromPosting()).Purchase("P2", "1,000.00", "2026-09-10").Pay("11,000.00", "2026-09-12");
        late.Through(Cut).Statement(Cut).InterestLegs.ShouldAllBe(leg => leg.PostingId == "P1");
    }

    [Fact]
    public void The_first_statement_of_an_account_has_nothing_before_it_to_pay()
    {
        var grace = Purchase.Through("2026-08-18").Cut("2026-08-18").Grace;

        grace.StatementDate.ShouldBeNull();
        grace.IsPaidInFull.ShouldBeTrue();
    }

    private static Tariff FromPosting() => ShippedTariffs.Gsb2026 with
    {
        PurchasesWhileRevolving = new(
            new DatedValue<PurchasesWhileRevolving>(DateOnly.MinValue, PurchasesWhileRevolving.FromPosting)),
    };
}
