using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tests.Billing;

/// <summary>What a credit pays, in which order (rules.md section 4).</summary>
public sealed class AllocationTests
{
    private const string First = "2026-08-18";
    private const string Second = "2026-09-18";

    [Fact]
    public void A_payment_pays_billed_fees_interest_and_principal_then_unbilled_fees_and_principal_then_is_a_credit()
    {
        var play = Scenario.WithStatementDay(18)
            .Cash("C1", "1,000.00", "2026-07-27") // billed: fee 30.00, interest 10.08
            .Purchase("P1", "200.00", "2026-07-20")
            .Cash("C2", "500.00", "2026-08-25") // not billed yet: fee 15.00
            .Pay("2,000.00", "2026-08-25")
            .Through(Second);

        play.Allocations(Second).ShouldBe(
        [
            "PAY03 > BilledFee C1 30.00",
            "PAY03 > BilledInterest  10.08",
            "PAY03 > BilledPrincipal P1 200.00",
            "PAY03 > BilledPrincipal C1 1000.00",
            "PAY03 > UnbilledFee C2 15.00",
            "PAY03 > UnbilledPrincipal C2 500.00",
            "PAY03 > CreditBalance  244.92",
            " > BilledInterest  2.63", // six days of C1, billed on the cut
        ]);
        play.Statement(Second).NewBalance.ShouldBe(Baht("-242.29"));
    }

    [Fact]
    public void Billed_principal_is_paid_by_statement_then_posting_date_then_posting_id()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("Z", "100.00", "2026-09-01") // second statement
            .Purchase("B", "100.00", "2026-08-10")
            .Purchase("A", "100.00", "2026-08-10")
            .Purchase("M", "100.00", "2026-08-05")
            .Pay("350.00", "2026-09-20")
            .Through("2026-10-18");

        play.Allocations("2026-10-18").Where(line => line.Contains("Principal", StringComparison.Ordinal)).ShouldBe(
        [
            "PAY04 > BilledPrincipal M 100.00",
            "PAY04 > BilledPrincipal A 100.00",
            "PAY04 > BilledPrincipal B 100.00",
            "PAY04 > BilledPrincipal Z 44.53", // 5.47 went to billed interest
        ]);
    }

    [Fact]
    public void Unbilled_principal_is_paid_by_posting_date_though_it_was_taken_later()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "100.00", "2026-08-03")
            .Purchase("P2", "100.00", "2026-08-01", taken: "2026-08-05")
            .Pay("150.00", "2026-08-06")
            .Through(First);

        play.Allocations(First).ShouldBe(["PAY02 > UnbilledPrincipal P2 100.00", "PAY02 > UnbilledPrincipal P1 50.00"]);
    }

    [Fact]
    public void Unbilled_principal_of_a_late_posting_keeps_the_place_of_its_posting_date()
    {
        // Both count from the day after the cut of 18 August; Z was booked before it and only told later.
        var play = Scenario.WithStatementDay(18).From("2026-08-17")
            .Purchase("A", "100.00", "2026-08-19")
            .Purchase("Z", "100.00", "2026-08-10", taken: "2026-08-20")
            .Pay("150.00", "2026-08-21")
            .Through(Second);

        play.Allocations(Second).ShouldBe(["PAY02 > UnbilledPrincipal Z 100.00", "PAY02 > UnbilledPrincipal A 50.00"]);
    }

    [Fact]
    public void Principal_posted_on_one_day_is_paid_by_posting_id_instalment_parts_among_it()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("Z", "100.00", First).Purchase("A", "300.00", "2026-08-01", months: 3).Pay("150.00", First).Through(First);

        play.Allocations(First).ShouldBe(["PAY02 > UnbilledPrincipal A 100.00", "PAY02 > UnbilledPrincipal Z 50.00"]);
    }

    [Fact]
    public void Payments_of_one_day_pay_in_order_of_posting_id()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "100.00", "2026-08-01")
            .Add(new("B", PostingKind.Payment, Baht("30.00"), Day("2026-08-05"), Day("2026-08-05"), Day("2026-08-05")))
            .Add(new("A", PostingKind.Payment, Baht("20.00"), Day("2026-08-05"), Day("2026-08-05"), Day("2026-08-05")))
            .Through(First);

        play.Allocations(First).ShouldBe(["A > UnbilledPrincipal P1 20.00", "B > UnbilledPrincipal P1 30.00"]);
    }

    [Fact]
    public void What_stays_open_keeps_the_statement_that_first_billed_it()
    {
        var state = Scenario.WithStatementDay(18).Cash("C1", "1,000.00", "2026-08-01").Through(Second).State;

        state.Items.Single().BilledOn.ShouldBe(Day(First));
        state.Fees.Single().BilledOn.ShouldBe(Day(First));
        state.Interest.Select(interest => interest.BilledOn).ShouldBe([Day(First), Day(Second)]);
    }

    [Fact]
    public void Within_a_day_debits_come_first_then_reversals_then_refunds_then_payments()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P0", "100.00", "2026-08-10")
            .Add(new("A-PAY", PostingKind.Payment, Baht("300.00"), Day("2026-08-25"), Day("2026-08-25"), Day("2026-08-25")))
            .Add(new("B-REF", PostingKind.Refund, Baht("50.00"), Day("2026-08-25"), Day("2026-08-25"), Day("2026-08-25")))
            .Reverse("P0", "2026-08-25")
            .Purchase("Z1", "400.00", "2026-08-25")
            .Through(Second);

        play.Allocations(Second).ShouldBe(
        [
            "REV-P0 > NamedPrincipal P0 100.00",
            "B-REF > UnbilledPrincipal Z1 50.00",
            "A-PAY > UnbilledPrincipal Z1 300.00",
        ]);
    }

    [Fact]
    public void Several_payments_of_a_day_lower_the_principal_in_one_step_and_one_of_another_day_in_a_further_one()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "100.00", "2026-08-01").Pay("10.00", "2026-08-03").Pay("20.00", "2026-08-03").Pay("5.00", "2026-08-04")
            .Through(First);

        play.State.Items.Single().Steps.Select(step => $"{step.From:MM-dd} {step.Principal}")
            .ShouldBe(["08-01 100.00", "08-03 70.00", "08-04 65.00"]);
    }

    [Fact]
    public void Fees_of_one_posting_are_paid_in_the_order_in_which_they_are_printed()
    {
        var play = Scenario.WithStatementDay(18).Cash("C1", "1,000.00", "2026-08-18", foreign: true).Pay("40.00", "2026-08-18").Through(First);

        play.Allocations(First).ShouldBe(["PAY01 > UnbilledFee C1 30.00", "PAY01 > UnbilledFee C1 10.00"]);
        play.State.Fees.Select(fee => $"{fee.Kind} {fee.Outstanding}").ShouldBe(["FEE_FX_RISK 15.00"]);
    }

    [Fact]
    public void Without_being_asked_a_cut_notes_no_allocations()
    {
        var play = Scenario.WithStatementDay(18).Purchase("P1", "10.00", "2026-08-01").Pay("10.00", "2026-08-02").Through(First);
        var (cycle, cut) = play.Nights.Closed.Single();

        Ledger.Billing.CycleCut.Close(cycle, cut, play.Nights.Tariff, play.Nights.Calendar).Allocations.ShouldBeEmpty();
    }
}
