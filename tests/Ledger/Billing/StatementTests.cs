using Cycle.Ledger.Billing;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tests.Tariffs;

namespace Cycle.Ledger.Tests.Billing;

public sealed class StatementTests
{
    private const string First = "2026-08-18";

    [Fact]
    public void The_sums_are_those_of_the_lines()
    {
        var statement = Scenario.WithStatementDay(18)
            .Purchase("P1", "1,000.00", "2026-08-01", foreign: true)
            .Tax("T1", "2,000.00", "2026-08-02")
            .Cash("C1", "500.00", "2026-08-18")
            .ServiceFee(PostingKind.FeeCardReplacement, "2026-08-03")
            .Purchase("I1", "600.00", "2026-08-04", months: 2)
            .Refund("50.00", "2026-08-05")
            .Pay("70.00", "2026-08-06")
            .Through(First).Statement(First);

        statement.Purchases.ShouldBe(Baht("3,000.00"));
        statement.CashAdvances.ShouldBe(Baht("500.00"));
        statement.Instalments.ShouldBe(Baht("300.00"));
        statement.Fees.ShouldBe(Baht("280.00")); // 25.00 + 40.00 + 15.00 + 200.00
        statement.Refunds.ShouldBe(Baht("50.00"));
        statement.Payments.ShouldBe(Baht("70.00"));
        statement.Interest.ShouldBe(Baht("0.22")); // one day of cash
        statement.NewBalance.ShouldBe(Baht("3,960.22"));
    }

    [Fact]
    public void Lines_stand_in_order_of_posting_date_and_posting_id_each_before_its_fees()
    {
        var statement = Scenario.WithStatementDay(18)
            .Purchase("Z9", "10.00", "2026-08-02")
            .Cash("C1", "1,000.00", "2026-08-02", foreign: true)
            .Tax("A1", "100.00", "2026-08-03")
            .Purchase("P0", "20.00", "2026-08-01")
            .Through(First).Statement(First);

        statement.Lines.Select(line => $"{line.PostingDate:MM-dd} {line.PostingId} {line.Kind} {line.Amount}").ShouldBe(
        [
            "08-01 P0 PURCHASE 20.00",
            "08-02 C1 CASH_ADVANCE 1000.00", "08-02 C1 FEE_CASH_ADVANCE 30.00", "08-02 C1 FEE_FX_RISK 25.00",
            "08-02 Z9 PURCHASE 10.00",
            "08-03 A1 TAX_PAYMENT 100.00", "08-03 A1 FEE_TAX_PAYMENT 2.00",
        ]);
        statement.Lines[1].Original.ShouldBe(new CurrencyAmount("USD", 100));
        statement.Lines[2].Original.ShouldBe(new CurrencyAmount("THB", 3_000));
    }

    [Fact]
    public void A_line_is_called_by_its_merchant_and_without_one_by_its_kind()
    {
        var statement = Scenario.WithStatementDay(18)
            .Purchase("P1", "10.00", "2026-08-01", merchant: "Noodle Shop").Purchase("P2", "20.00", "2026-08-02")
            .Purchase("P3", "60.00", "2026-08-03", months: 2, merchant: "Bicycles").Purchase("P4", "60.00", "2026-08-04", months: 3)
            .Cash("P5", "100.00", "2026-08-05")
            .Through(First).Statement(First);

        statement.Lines.OrderBy(line => line.PostingId, StringComparer.Ordinal).Select(line => line.Description).ShouldBe(
            ["Noodle Shop", "Purchase", "Bicycles 1/2", "Instalment 1/3", "Cash advance", "Cash advance fee"]);
    }

    [Fact]
    public void A_fee_and_the_vat_on_it_are_lines_of_their_own() =>
        Scenario.WithStatementDay(18).Under(ShippedTariffs.ExampleIssuer, "EVERYDAY").Cash("C1", "1,000.00", "2026-08-02", foreign: true)
            .Through(First).Statement(First).Lines.Select(line => $"{line.Kind} {line.Amount}")
            .ShouldBe(["CASH_ADVANCE 1000.00", "FEE_CASH_ADVANCE 30.00", "FEE_CASH_ADVANCE_VAT 2.10", "FEE_FX_RISK 20.00"]);

    [Fact]
    public void A_service_that_the_tariff_gives_for_nothing_is_not_printed_and_the_statement_is_still_made()
    {
        var example = Scenario.WithStatementDay(18).Under(ShippedTariffs.ExampleIssuer, "EVERYDAY");

        var free = example.ServiceFee(PostingKind.FeeStatementCopy, "2026-08-03").Through(First).Statement(First);
        free.Lines.ShouldBeEmpty();
        free.NewBalance.ShouldBe(Money.Zero);

        var charged = example.ServiceFee(PostingKind.FeeCardReplacement, "2026-08-03").Through(First).Statement(First);
        charged.Lines.Select(line => $"{line.Kind} {line.Amount}").ShouldBe(["FEE_CARD_REPLACEMENT 150.00"]);
    }

    [Fact]
    public void A_purchase_abroad_of_less_than_a_satang_is_printed_though_it_owes_nothing()
    {
        var statement = Scenario.WithStatementDay(18).Purchase("P1", "0.00", "2026-08-03", foreign: true).Through(First).Statement(First);

        statement.Lines.Select(line => $"{line.Kind} {line.Amount}").ShouldBe(["PURCHASE 0.00"]);
    }

    [Fact]
    public void A_cycle_in_which_nothing_happened_and_nothing_is_owed_makes_no_statement()
    {
        var play = Scenario.WithStatementDay(18).Purchase("P1", "10.00", "2026-08-01").Pay("10.00", "2026-08-20")
            .Through("2026-11-18");

        // The cycle of the payment makes one, since there was a posting; the later ones make none.
        play.Statements.Select(s => s.StatementDate).ShouldBe([Day(First), Day("2026-09-18")]);
        play.State.LastCut.ShouldBe(Day("2026-11-18"));
        play.State.LastStatement.ShouldBeNull();
    }

    [Fact]
    public void A_credit_balance_alone_makes_a_statement_every_cycle()
    {
        var play = Scenario.WithStatementDay(18).Pay("10.00", "2026-08-01").Through("2026-10-18");

        play.Statements.Select(s => s.NewBalance).ShouldBe([Baht("-10.00"), Baht("-10.00"), Baht("-10.00")]);
        play.Statements.ShouldAllBe(s => s.MinimumPayment.IsZero);
    }

    [Theory]
    [InlineData(29, "2026-02-28", "2026-03-13")]
    [InlineData(30, "2026-02-28", "2026-03-14")]
    [InlineData(31, "2026-02-28", "2026-03-15")]
    public void The_last_days_of_the_month_are_cut_in_february_too(int statementDay, string cut, string due)
    {
        var play = Scenario.WithStatementDay(statementDay).Purchase("P1", "100.00", "2026-02-10").Through("2026-03-31");

        play.Statements[0].StatementDate.ShouldBe(Day(cut));
        play.Statements[0].DueDate.ShouldBe(Day(due));
        play.Statements[1].StatementDate.ShouldBe(Day("2026-03-01").AddDays(statementDay - 1));
    }

    [Theory]
    [InlineData("MC_PLATINUM", "2026-09-02")]
    [InlineData("MC_WORLD", "2026-09-02")]
    [InlineData("VISA_PLATINUM_PRECIOUS", "2026-09-02")]
    [InlineData("MC_WORLD_ELITE", "2026-09-07")]
    [InlineData("VISA_SIGNATURE_PRESTIGE", "2026-09-07")]
    public void The_due_date_follows_the_products_interest_free_days(string product, string due) =>
        Scenario.WithStatementDay(18).Under(Tariffs.ShippedTariffs.Gsb2026, product).Purchase("P1", "10.00", "2026-08-01")
            .Through(First).Statement(First).DueDate.ShouldBe(Day(due));

    [Fact]
    public void Spending_is_what_was_bought_drawn_and_billed_in_parts_before_refunds()
    {
        var statement = Scenario.WithStatementDay(18)
            .Purchase("P1", "10.00", "2026-08-01").Tax("T1", "20.00", "2026-08-01").Cash("C1", "40.00", "2026-08-01")
            .Purchase("P2", "300.00", "2026-08-01", months: 3).Refund("5.00", "2026-08-02").Through(First).Statement(First);

        CycleSpending.Of(statement).ShouldBe(new(Day(First), Baht("170.00")));
    }

    [Fact]
    public void A_posting_that_belongs_to_a_later_cycle_stops_the_close()
    {
        var play = Scenario.WithStatementDay(18).Purchase("P1", "10.00", "2026-08-01").Through(First);
        var (cycle, cut) = play.Nights.Closed.Single();
        var later = cycle with { Postings = [cycle.Postings[0] with { ValueDate = Day("2026-08-19") }] };

        Should.Throw<InvalidOperationException>(() => CycleCut.Close(later, cut, play.Nights.Tariff, play.Nights.Calendar))
            .Message.ShouldBe("Statement 2026-08-18 does not add up: 0.00 10.00 0.00 is not 0.00.");
    }
}
