namespace Cycle.Ledger.Tests.Billing;

public sealed class RefundTests
{
    private const string First = "2026-08-18";
    private const string Second = "2026-09-18";

    private static Scenario TwoPurchases => Scenario.WithStatementDay(18)
        .Purchase("P1", "4,000.00", "2026-07-27").Purchase("P2", "6,000.00", "2026-08-01");

    [Fact]
    public void A_tied_refund_first_reduces_its_original_and_the_rest_is_allocated_like_a_payment() =>
        TwoPurchases.Refund("6,500.00", "2026-08-25", of: "P2").Through(Second).Allocations(Second).ShouldBe(
            ["REF02 > NamedPrincipal P2 6000.00", "REF02 > BilledPrincipal P1 500.00"]);

    [Fact]
    public void A_free_refund_is_allocated_like_a_payment() =>
        TwoPurchases.Refund("6,500.00", "2026-08-25").Through(Second).Allocations(Second).ShouldBe(
            ["REF02 > BilledPrincipal P1 4000.00", "REF02 > BilledPrincipal P2 2500.00"]);

    [Fact]
    public void A_refund_is_no_payment_for_grace()
    {
        // 10,000.00 was billed; 6,000.00 came back and 4,000.00 was paid: not paid in full.
        var play = TwoPurchases.Refund("6,000.00", "2026-08-25", of: "P2").Pay("4,000.00", "2026-09-02").Through(Second);

        play.Legs(Second).ShouldBe(
        [
            "2026-07-27..2026-08-18 4000.00 16.00 40.33",
            "2026-08-19..2026-09-01 4000.00 16.00 24.55",
            "2026-08-01..2026-08-18 6000.00 16.00 47.34",
            "2026-08-19..2026-08-24 6000.00 16.00 15.78",
        ]);
        play.Statement(Second).Refunds.ShouldBe(Baht("6,000.00"));
        play.Statement(Second).Payments.ShouldBe(Baht("4,000.00"));
        play.Statement(Second).NewBalance.ShouldBe(Baht("128.00"));
    }

    [Fact]
    public void A_refund_in_the_cycle_of_its_purchase_lowers_the_statement()
    {
        var statement = TwoPurchases.Refund("6,000.00", "2026-08-15", of: "P2").Through(First).Statement(First);

        statement.Purchases.ShouldBe(Baht("10,000.00"));
        statement.Refunds.ShouldBe(Baht("6,000.00"));
        statement.NewBalance.ShouldBe(Baht("4,000.00"));
    }

    [Fact]
    public void A_refund_of_a_plan_reduces_the_parts_already_posted_oldest_first_and_later_parts_stand()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "3,000.00", "2026-08-01", months: 3)
            .Refund("1,500.00", "2026-09-20", of: "P1")
            .Through("2026-10-18");

        // Two parts of 1,000.00 were billed before; the third is billed whole.
        play.Allocations("2026-10-18").ShouldBe(
            ["REF01 > NamedPrincipal P1 1000.00", "REF01 > NamedPrincipal P1 500.00"]);
        play.Statement("2026-10-18").Instalments.ShouldBe(Baht("1,000.00"));
    }

    [Fact]
    public void A_refund_of_a_plan_before_its_first_part_is_allocated_like_a_payment()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "3,000.00", "2026-08-01", months: 3)
            .Refund("500.00", "2026-08-05", of: "P1")
            .Through(First);

        play.Allocations(First).ShouldBe(["REF01 > CreditBalance  500.00", " > UnbilledPrincipal P1 500.00"]);
        play.Statement(First).NewBalance.ShouldBe(Baht("500.00"));
        play.Position(First).PlansToCome.ShouldBe(Baht("2,000.00"));
    }

    [Fact]
    public void A_refund_posted_on_the_cut_meets_the_part_posted_that_day()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "3,000.00", "2026-08-01", months: 3).Refund("500.00", First, of: "P1").Through(First);

        play.Allocations(First).ShouldBe(["REF01 > NamedPrincipal P1 500.00"]);
    }
}
