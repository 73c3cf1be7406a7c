namespace Cycle.Ledger.Tests.Billing;

/// <summary>Plans taken back (rules.md section 3).</summary>
public sealed class PlanReversalTests
{
    private const string First = "2026-08-18";

    [Fact]
    public void Of_a_plan_the_parts_on_statements_are_taken_back_and_the_rest_appears_nowhere()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "3,000.00", "2026-08-01", months: 3, foreign: true) // fee 75.00, billed at once
            .Reverse("P1", "2026-09-20")
            .Through("2026-11-18");

        var october = play.Statement("2026-10-18");
        october.Refunds.ShouldBe(Baht("2,000.00"));
        october.Fees.ShouldBe(Baht("-75.00"));
        october.Instalments.ShouldBe(Money.Zero);
        october.Lines.Single(line => line.Kind == "REVERSAL").Amount.ShouldBe(Baht("-2,000.00"));
        play.State.Plans.ShouldBeEmpty();
        play.Statement("2026-11-18").Instalments.ShouldBe(Money.Zero);
    }

    [Fact]
    public void Of_a_plan_billed_to_the_end_everything_is_taken_back()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "1,000.00", "2026-08-01", months: 3).Reverse("P1", "2026-10-20").Through("2026-11-18");

        play.Statement("2026-11-18").Refunds.ShouldBe(Baht("1,000.00"));
    }

    [Fact]
    public void Of_a_plan_before_its_first_part_only_the_fees_are_printed()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "3,000.00", "2026-08-01", months: 3, foreign: true).Reverse("P1", "2026-08-05").Through(First);

        var statement = play.Statement(First);
        statement.Lines.Select(line => $"{line.PostingId} {line.Kind} {line.Amount}").ShouldBe(
            ["P1 FEE_FX_RISK 75.00", "REV-P1 FEE_FX_RISK -75.00"]);
        statement.NewBalance.ShouldBe(Money.Zero);
        play.State.Plans.ShouldBeEmpty();
    }
}
