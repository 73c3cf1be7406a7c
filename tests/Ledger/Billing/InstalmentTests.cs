using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Tests.Billing;

public sealed class InstalmentTests
{
    [Theory]
    [InlineData("1,000.00", 3, "333.33,333.33,333.34")]
    [InlineData("900.00", 3, "300.00,300.00,300.00")]
    [InlineData("100.00", 6, "16.66,16.66,16.66,16.66,16.66,16.70")]
    [InlineData("0.05", 2, "0.02,0.03")]
    [InlineData("0.01", 3, "0.00,0.00,0.01")]
    public void A_part_is_the_amount_by_n_cut_to_the_satang_and_the_last_carries_the_rest(
        string amount, int months, string expected)
    {
        var plan = Plan(amount, months);
        var parts = Enumerable.Range(1, months).Select(plan.Part).ToList();

        string.Join(',', parts).ShouldBe(expected);
        Money.Sum(parts).ShouldBe(Baht(amount));
    }

    [Fact]
    public void What_is_billed_and_what_is_to_come_add_up_to_the_amount()
    {
        var plan = Plan("1,000.00", 3);

        plan.ToCome.ShouldBe(Baht("1,000.00"));
        (plan with { PartsBilled = 2 }).Billed.ShouldBe(Baht("666.66"));
        (plan with { PartsBilled = 2 }).ToCome.ShouldBe(Baht("333.34"));
        (plan with { PartsBilled = 3 }).Billed.ShouldBe(Baht("1,000.00"));
        (plan with { PartsBilled = 3 }).ToCome.ShouldBe(Money.Zero);
    }

    [Fact]
    public void Each_cut_posts_one_part_and_the_rest_uses_up_the_limit_only()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "1,000.00", "2026-08-18", months: 3)
            .Pay("333.33", "2026-09-02").Pay("333.33", "2026-10-02").Through("2026-11-18");

        play.Statement("2026-08-18").NewBalance.ShouldBe(Baht("333.33"));
        play.Statement("2026-09-18").NewBalance.ShouldBe(Baht("333.33"));
        play.Statement("2026-10-18").NewBalance.ShouldBe(Baht("333.34"));
        play.Statement("2026-10-18").Lines.Select(line => $"{line.PostingId} {line.Kind} {line.PostingDate:MM-dd} {line.Amount}")
            .ShouldBe(["PAY02 PAYMENT 10-02 -333.33", "P1 INSTALMENT 10-18 333.34"]);
        play.Statements.ShouldAllBe(statement => statement.Purchases.IsZero);
        play.Statement("2026-11-18").Instalments.ShouldBe(Money.Zero);
        play.State.Plans.ShouldBeEmpty();
    }

    [Fact]
    public void The_state_numbers_the_parts_and_keeps_running_plans_in_order_of_posting_id()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P2", "300.00", "2026-08-01", months: 3).Purchase("P1", "600.00", "2026-08-02", months: 3).Through("2026-09-18");

        play.State.Items.Select(item => $"{item.PostingId} {item.Part} {item.BilledOn:MM-dd}")
            .ShouldBe(["P1 1 08-18", "P2 1 08-18", "P1 2 09-18", "P2 2 09-18"]);
        play.State.Plans.Select(plan => $"{plan.PostingId} {plan.PartsBilled}").ShouldBe(["P1 2", "P2 2"]);
    }

    [Fact]
    public void Parts_to_come_are_not_in_the_balance_but_use_up_the_limit()
    {
        var play = Scenario.WithStatementDay(18).Purchase("P1", "1,000.00", "2026-08-01", months: 3).Through("2026-08-19");

        var position = play.Position("2026-08-19");
        position.Balance.ShouldBe(Baht("333.33"));
        position.PlansToCome.ShouldBe(Baht("666.67"));
        position.Available(Baht("50,000.00")).ShouldBe(Baht("49,000.00"));
    }

    [Fact]
    public void A_part_has_grace_like_a_purchase_posted_on_its_statement_date()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "30,000.00", "2026-08-01", months: 3).Through("2026-09-18");

        // The first part lost grace: it accrues from the cut that posted it; the second is new.
        play.Legs("2026-08-18").ShouldBeEmpty();
        play.Legs("2026-09-18").ShouldBe(
            ["2026-08-18..2026-08-18 10000.00 16.00 4.38", "2026-08-19..2026-09-18 10000.00 16.00 135.89"]);
        play.Statement("2026-09-18").InterestLegs.ShouldAllBe(leg => leg.Kind == Ledger.Interest.ItemKind.Instalment);
    }

    [Fact]
    public void Two_parts_that_begin_a_leg_alike_are_printed_the_shorter_leg_first()
    {
        // Both parts of 10,000.00 accrue from 19 September; the older one is paid off on the 30th, with 50.00 of collection fee.
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "30,000.00", "2026-08-01", months: 3).Pay("10,190.27", "2026-09-30").Through("2026-10-18");

        play.Legs("2026-10-18").ShouldBe(
        [
            "2026-09-18..2026-09-18 10000.00 16.00 4.38",
            "2026-09-19..2026-09-29 10000.00 16.00 48.22",
            "2026-09-19..2026-10-18 10000.00 16.00 131.51",
        ]);
    }

    [Fact]
    public void A_plan_taken_in_the_night_of_the_cut_posts_its_first_part_at_once_one_taken_after_it_waits()
    {
        var play = Scenario.WithStatementDay(18).From("2026-08-01")
            .Purchase("P1", "300.00", "2026-08-18", months: 3)
            .Purchase("P2", "600.00", "2026-08-17", taken: "2026-08-19", months: 3)
            .Through("2026-09-18");

        play.Statement("2026-08-18").Instalments.ShouldBe(Baht("100.00"));
        play.Statement("2026-09-18").Instalments.ShouldBe(Baht("300.00"));
    }

    [Fact]
    public void The_minimum_asks_for_the_part_whole()
    {
        // 8 % of 12,500.00 and the part of 1,000.00.
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "3,000.00", "2026-08-01", months: 3).Purchase("P2", "12,500.00", "2026-08-01").Through("2026-08-18");

        play.Statement("2026-08-18").MinimumPayment.ShouldBe(Baht("2,000.00"));
    }

    private static InstalmentPlan Plan(string amount, int months) =>
        new("P1", "K1", Day("2026-08-01"), "Shop", Baht(amount), months, PartsBilled: 0);
}
