using Cycle.Ledger.Billing;

namespace Cycle.Ledger.Tests.Billing;

public sealed class PositionTests
{
    private static Played Play => Scenario.WithStatementDay(18)
        .Cash("C1", "10,000.00", "2026-07-27")
        .Purchase("P1", "500.00", "2026-08-25")
        .Pay("400.00", "2026-08-28")
        .Cash("C2", "1,000.00", "2026-08-30")
        .Through("2026-08-31");

    [Fact]
    public void A_position_splits_what_is_billed_from_what_is_not()
    {
        var position = Play.Position("2026-08-31");

        position.Billed.ShouldBe(Baht("10,000.82")); // 10,400.82 less 400.00
        position.Unbilled.ShouldBe(Baht("1,530.00"));
        position.Balance.ShouldBe(Baht("11,530.82"));
        position.CashPrincipal.ShouldBe(Baht("11,000.00")); // 400.00 went to the fee and to interest
        Play.AccruedInterest("2026-08-31").ShouldBe(Baht("57.87")); // 13 days 56.99 of C1, 2 days 0.88 of C2
        position.Available(Baht("20,000.00")).ShouldBe(Baht("8,469.18"));
    }

    [Fact]
    public void What_counts_later_is_not_in_the_position_of_a_day()
    {
        var position = Play.Position("2026-08-27");

        position.Billed.ShouldBe(Baht("10,400.82"));
        position.Unbilled.ShouldBe(Baht("500.00"));
        Play.AccruedInterest("2026-08-27").ShouldBe(Baht("39.45"));
    }

    [Fact]
    public void A_credit_balance_lowers_what_is_billed()
    {
        var play = Scenario.WithStatementDay(18).Pay("50.00", "2026-08-01").Through("2026-08-02");

        play.Position("2026-08-02").Billed.ShouldBe(Baht("-50.00"));
        play.Position("2026-08-02").Unbilled.ShouldBe(Money.Zero);
    }

    [Fact]
    public void What_was_paid_since_the_statement_counts_payments_and_reversals_but_no_refunds()
    {
        var play = Scenario.WithStatementDay(18)
            .Purchase("P1", "4,000.00", "2026-08-01", foreign: true)
            .Purchase("P2", "1,000.00", "2026-08-20")
            .Pay("10.00", "2026-08-21").Refund("20.00", "2026-08-21")
            .Reverse("P1", "2026-08-22").Reverse("P2", "2026-08-22")
            .Through("2026-08-31");

        Positions.PaidSinceStatement(play.Nights.Cycle, Day("2026-08-21")).ShouldBe(Baht("10.00"));
        Positions.PaidSinceStatement(play.Nights.Cycle, Day("2026-08-22")).ShouldBe(Baht("4,110.00"));
    }
}
