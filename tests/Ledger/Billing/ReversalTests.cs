namespace Cycle.Ledger.Tests.Billing;

/// <summary>Originals taken back before and after the statement that bills them (rules.md section 3).</summary>
public sealed class ReversalTests
{
    private const string First = "2026-08-18";
    private const string Second = "2026-09-18";

    [Fact]
    public void Before_the_statement_both_are_printed_and_neither_exists_for_allocation()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "1,000.00", "2026-08-01", foreign: true)
            .Purchase("P2", "300.00", "2026-08-02")
            .Reverse("P1", "2026-08-05")
            .Pay("300.00", "2026-08-03")
            .Through(First);

        var statement = play.Statement(First);
        statement.Purchases.ShouldBe(Baht("1,300.00"));
        statement.Refunds.ShouldBe(Baht("1,000.00"));
        statement.Fees.ShouldBe(Money.Zero);
        statement.NewBalance.ShouldBe(Money.Zero);
        play.Allocations(First).ShouldBe(["PAY03 > UnbilledPrincipal P2 300.00"]);
        statement.Lines.Select(line => $"{line.PostingId} {line.Kind} {line.Amount}").ShouldBe(
        [
            "P1 PURCHASE 1000.00", "P1 FEE_FX_RISK 25.00", "P2 PURCHASE 300.00", "PAY03 PAYMENT -300.00",
            "REV-P1 REVERSAL -1000.00", "REV-P1 FEE_FX_RISK -25.00",
        ]);
    }

    [Fact]
    public void Cash_reversed_before_the_statement_bears_no_interest_and_no_fee()
    {
        var statement = Scenario.WithStatementDay(18)
            .Cash("C1", "10,000.00", "2026-07-27", foreign: true).Reverse("C1", "2026-08-10").Through(First).Statement(First);

        statement.CashAdvances.ShouldBe(Baht("10,000.00"));
        statement.Refunds.ShouldBe(Baht("10,000.00"));
        statement.Fees.ShouldBe(Money.Zero);
        statement.Interest.ShouldBe(Money.Zero);
        statement.NewBalance.ShouldBe(Money.Zero);
    }

    [Fact]
    public void After_the_statement_it_takes_back_principal_and_fees_and_counts_for_grace()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "4,000.00", "2026-07-27", foreign: true) // fee 100.00
            .Purchase("P2", "6,000.00", "2026-08-01")
            .Reverse("P1", "2026-08-25")
            .Pay("6,000.00", "2026-09-02")
            .Through(Second);

        var statement = play.Statement(Second);
        statement.PreviousBalance.ShouldBe(Baht("10,100.00"));
        statement.Refunds.ShouldBe(Baht("4,000.00"));
        statement.Fees.ShouldBe(Baht("-100.00"));
        statement.Interest.ShouldBe(Money.Zero);
        statement.NewBalance.ShouldBe(Money.Zero);
        play.Cut(Second).Grace.Paid.ShouldBe(Baht("10,100.00"));
        play.Allocations(Second).ShouldBe(
        [
            "REV-P1 > NamedPrincipal P1 4000.00", "REV-P1 > BilledFee P1 100.00", "PAY03 > BilledPrincipal P2 6000.00",
        ]);
    }

    [Fact]
    public void After_the_statement_the_original_bears_no_interest_not_billed_before_and_billed_interest_stays()
    {
        var play = Scenario.WithStatementDay(18)
            .Cash("C1", "10,000.00", "2026-07-27").Reverse("C1", "2026-09-10").Through(Second);

        play.Statement(First).Interest.ShouldBe(Baht("100.82"));
        var statement = play.Statement(Second);
        statement.Interest.ShouldBe(Money.Zero);
        statement.Fees.ShouldBe(Baht("-300.00"));
        statement.NewBalance.ShouldBe(Baht("100.82"));
    }

    [Fact]
    public void An_original_paid_earlier_in_the_cycle_bears_no_trailing_interest_once_reversed()
    {
        var play = Scenario.WithStatementDay(18)
            .Cash("C1", "10,000.00", "2026-07-27").Pay("10,400.82", "2026-09-02").Reverse("C1", "2026-09-10").Through(Second);

        play.Statement(Second).Interest.ShouldBe(Money.Zero);
        play.Statement(Second).NewBalance.ShouldBe(Baht("-10,300.00"));
    }

    [Fact]
    public void What_is_left_after_the_originals_own_principal_is_allocated_like_a_payment()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "4,000.00", "2026-07-27").Purchase("P2", "6,000.00", "2026-08-01")
            .Pay("3,000.00", "2026-08-20").Reverse("P1", "2026-08-25").Through(Second);

        play.Allocations(Second).ShouldBe(
        [
            "PAY02 > BilledPrincipal P1 3000.00", "REV-P1 > NamedPrincipal P1 1000.00", "REV-P1 > BilledPrincipal P2 3000.00",
        ]);
    }

    [Fact]
    public void A_reversal_posted_before_the_cut_that_arrives_after_it_counts_from_the_day_after()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "4,000.00", "2026-08-10").Reverse("P1", "2026-08-17", taken: "2026-08-20").Through(Second);

        play.Statement(First).NewBalance.ShouldBe(Baht("4,000.00"));
        play.Cut(Second).Allocations.Single().ValueDate.ShouldBe(Day("2026-08-19"));
        play.Statement(Second).NewBalance.ShouldBe(Money.Zero);
    }

    [Fact]
    public void A_reversal_whose_original_was_not_supplied_stops_the_account()
    {
        var play = Scenario.WithStatementDay(18).Purchase("P1", "10.00", "2026-08-01").Reverse("P1", "2026-08-20").Through(Second);
        var cycle = play.Nights.Closed[^1].Cycle with { Originals = new Dictionary<string, Ledger.Postings.Posting>() };

        Should.Throw<InvalidOperationException>(
            () => Ledger.Billing.CycleCut.Close(cycle, Day(Second), play.Nights.Tariff, play.Nights.Calendar))
            .Message.ShouldBe("Posting REV-P1 names P1, which was not supplied.");
    }
}
