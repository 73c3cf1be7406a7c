namespace Cycle.Ledger.Tests.Billing;

/// <summary>What is left of a credit, and what it pays later (rules.md section 4).</summary>
public sealed class CreditBalanceTests
{
    private const string First = "2026-08-18";
    private const string Second = "2026-09-18";

    [Fact]
    public void A_credit_balance_pays_the_debits_of_a_later_day_all_of_them_in()
    {
        var play = Scenario.WithStatementDay(18)
            .Pay("100.00", "2026-08-01")
            .Purchase("P2", "80.00", "2026-08-05")
            .Cash("C1", "50.00", "2026-08-05") // its fee 1.50 comes before both principals
            .Through(First);

        play.Allocations(First).ShouldBe(
        [
            "PAY00 > CreditBalance  100.00",
            " > UnbilledFee C1 1.50",
            " > UnbilledPrincipal C1 50.00",
            " > UnbilledPrincipal P2 48.50",
        ]);
        play.Statement(First).NewBalance.ShouldBe(Baht("31.50"));
    }

    [Fact]
    public void Days_without_debits_leave_a_credit_balance_alone()
    {
        var play = Scenario.WithStatementDay(18).Pay("100.00", "2026-08-01").Through(Second);

        play.Allocations(First).ShouldBe(["PAY00 > CreditBalance  100.00"]);
        play.Allocations(Second).ShouldBeEmpty();
        play.Statement(Second).NewBalance.ShouldBe(Baht("-100.00"));
    }

    [Fact]
    public void A_credit_balance_of_the_cycle_before_is_used_in_the_next()
    {
        var play = Scenario.WithStatementDay(18)
            .Pay("100.00", "2026-08-01").Purchase("P1", "250.00", "2026-08-20").Through(Second);

        play.Statement(Second).PreviousBalance.ShouldBe(Baht("-100.00"));
        play.Statement(Second).NewBalance.ShouldBe(Baht("150.00"));
        play.Allocations(Second).ShouldBe([" > UnbilledPrincipal P1 100.00"]);
    }

    [Fact]
    public void Accrued_interest_that_is_not_billed_is_not_paid()
    {
        var play = Scenario.WithStatementDay(18).Cash("C1", "10,000.00", "2026-07-27").Pay("10,310.00", "2026-08-10").Through(First);

        // Fourteen days of interest came due on the cut: the 10.00 too much met it only there.
        play.Allocations(First).ShouldBe(
        [
            "PAY01 > UnbilledFee C1 300.00",
            "PAY01 > UnbilledPrincipal C1 10000.00",
            "PAY01 > CreditBalance  10.00",
            " > BilledInterest  10.00",
        ]);
        play.Statement(First).NewBalance.ShouldBe(Baht("51.37"));
    }
}
