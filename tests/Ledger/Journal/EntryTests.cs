using Cycle.Ledger.Journal;

namespace Cycle.Ledger.Tests.Journal;

/// <summary>What each effect is booked to (rules.md section 11).</summary>
public sealed class EntryTests
{
    private const string First = "2026-08-18";
    private const string Second = "2026-09-18";

    [Fact]
    public void Foreign_cash_is_booked_with_its_fees_and_vat() =>
        OfNight(
            Scenario.WithStatementDay(18).Under(Tariffs.ShippedTariffs.ExampleIssuer, "EVERYDAY")
                .Cash("C1", "1,000.00", "2026-08-10", foreign: true), "2026-08-10")
            .ShouldBe([
                "CASH_ADVANCE C1: RECEIVABLE_PRINCIPAL 1000.00, SETTLEMENT -1000.00, RECEIVABLE_FEES 52.10, "
                + "FEE_INCOME -30.00, VAT_PAYABLE -2.10, FX_INCOME -20.00",
            ]);

    [Fact]
    public void A_tax_payments_fee_is_income() =>
        OfNight(Scenario.WithStatementDay(18).Tax("T1", "1,000.00", "2026-08-10"), "2026-08-10")
            .ShouldBe(["TAX_PAYMENT T1: RECEIVABLE_PRINCIPAL 1000.00, SETTLEMENT -1000.00, RECEIVABLE_FEES 20.00, FEE_INCOME -20.00"]);

    [Fact]
    public void A_service_fee_a_payment_and_a_refund_have_their_own_counterparts() =>
        OfNight(
            Scenario.WithStatementDay(18)
                .ServiceFee(Ledger.Postings.PostingKind.FeePinReissue, "2026-08-10")
                .Pay("30.00", "2026-08-10").Refund("20.00", "2026-08-10"), "2026-08-10")
            .ShouldBe([
                "FEE_PIN_REISSUE FEE00: RECEIVABLE_FEES 100.00, FEE_INCOME -100.00",
                "PAYMENT PAY01: PAYMENT_CLEARING 30.00, CUSTOMER_CREDIT -30.00",
                "REFUND REF02: SETTLEMENT 20.00, CUSTOMER_CREDIT -20.00",
            ]);

    [Fact]
    public void A_plan_waits_on_an_account_of_its_own_and_each_cut_posts_a_part()
    {
        var plan = Scenario.WithStatementDay(18).Purchase("P1", "300.00", "2026-08-10", months: 3);

        OfNight(plan, "2026-08-10").ShouldBe(["PURCHASE P1: INSTALMENT_PLANS 300.00, SETTLEMENT -300.00"]);
        OfCut(plan, First).ShouldBe(["INSTALMENT 2026-08-18: RECEIVABLE_PRINCIPAL 100.00, INSTALMENT_PLANS -100.00"]);
    }

    [Fact]
    public void A_reversed_plan_gives_back_what_was_billed_and_drops_what_was_to_come() =>
        OfNight(
            Scenario.WithStatementDay(18).Purchase("P1", "300.00", "2026-08-10", months: 3, foreign: true)
                .Reverse("P1", "2026-08-20"), "2026-08-20")
            .ShouldBe([
                "REVERSAL REV-P1: SETTLEMENT 100.00, CUSTOMER_CREDIT -107.50, FX_INCOME 7.50, "
                + "SETTLEMENT 200.00, INSTALMENT_PLANS -200.00",
            ]);

    [Fact]
    public void A_plan_reversed_before_its_first_part_only_drops_what_was_to_come() =>
        OfNight(
            Scenario.WithStatementDay(18).Purchase("P1", "300.00", "2026-08-10", months: 3).Reverse("P1", "2026-08-12"), "2026-08-12")
            .ShouldBe(["REVERSAL REV-P1: SETTLEMENT 300.00, INSTALMENT_PLANS -300.00"]);

    [Fact]
    public void A_plan_reversed_after_its_last_part_gives_all_of_it_back() =>
        OfNight(
            Scenario.WithStatementDay(18).Purchase("P1", "300.00", "2026-08-10", months: 3).Reverse("P1", "2026-10-20"), "2026-10-20")
            .ShouldBe(["REVERSAL REV-P1: SETTLEMENT 300.00, CUSTOMER_CREDIT -300.00"]);

    [Fact]
    public void A_collection_fee_given_back_takes_the_income_back() =>
        OfNight(
            Scenario.WithStatementDay(18).Purchase("P1", "20,000.00", "2026-08-01")
                .Pay("1,600.00", "2026-09-02", posted: "2026-09-05"), "2026-09-05")
            .ShouldBe([
                "PAYMENT PAY01: PAYMENT_CLEARING 1600.00, CUSTOMER_CREDIT -1600.00",
                "FEE_COLLECTION collection-credit-2026-09-03:A1:2026-09-05: FEE_INCOME 50.00, CUSTOMER_CREDIT -50.00",
            ]);

    [Fact]
    public void A_cut_books_interest_and_what_credits_paid() =>
        OfCut(
            Scenario.WithStatementDay(18).Cash("C1", "10,000.00", "2026-07-27").Pay("1,040.00", "2026-09-02"), Second)
            .ShouldBe([
                "INTEREST 2026-09-18: RECEIVABLE_INTEREST 131.13, INTEREST_INCOME -131.13",
                "ALLOCATION 2026-09-18: CUSTOMER_CREDIT 1040.00, RECEIVABLE_FEES -300.00, RECEIVABLE_INTEREST -100.82, "
                + "RECEIVABLE_PRINCIPAL -639.18",
            ]);

    [Fact]
    public void A_cut_books_of_a_credit_balance_what_was_used() =>
        OfCut(
            Scenario.WithStatementDay(18).Purchase("P1", "100.00", "2026-08-01").Pay("500.00", "2026-08-10")
                .Purchase("P2", "150.00", "2026-08-20").Refund("20.00", "2026-08-25"), Second)
            .ShouldBe(["ALLOCATION 2026-09-18: CUSTOMER_CREDIT 150.00, RECEIVABLE_PRINCIPAL -150.00"]);

    [Fact]
    public void A_cut_books_of_fees_old_and_new_what_was_paid() =>
        OfCut(
            Scenario.WithStatementDay(18).Cash("C1", "10,000.00", "2026-08-18")
                .ServiceFee(Ledger.Postings.PostingKind.FeePinReissue, "2026-08-20").Pay("200.00", "2026-08-25"), Second)
            .Where(entry => entry.StartsWith("ALLOCATION", StringComparison.Ordinal))
            .ShouldBe(["ALLOCATION 2026-09-18: CUSTOMER_CREDIT 200.00, RECEIVABLE_FEES -200.00"]);

    [Theory]
    [InlineData("2026-08-10", "1157.31")]
    [InlineData("2026-08-12", "-30.00")]
    public void An_entry_moves_the_balance_by_receivables_less_credit(string night, string by) =>
        PostingEntries.Of(
            Scenario.WithStatementDay(18).Under(Tariffs.ShippedTariffs.ExampleIssuer, "EVERYDAY")
                .Cash("C1", "1,100.00", "2026-08-10", foreign: true).Pay("30.00", "2026-08-12").Through(night).Nights.Cycle, Day(night))
            .ShouldHaveSingleItem().BalanceEffect.ToString().ShouldBe(by);

    [Fact]
    public void A_cut_without_a_statement_books_nothing() =>
        OfCut(Scenario.WithStatementDay(18).From("2026-08-01"), First).ShouldBeEmpty();

    [Fact]
    public void Postings_without_a_reversal_need_nothing_of_their_cycle()
    {
        var cycle = Scenario.WithStatementDay(18).Under(Tariffs.ShippedTariffs.ExampleIssuer, "EVERYDAY")
            .Pay("30.00", "2026-08-10").Cash("C1", "1,100.00", "2026-08-10", foreign: true).Purchase("P1", "12.00", "2026-08-10")
            .Refund("2.00", "2026-08-10").Through("2026-08-10").Nights.Cycle;

        Text(PostingEntries.Of(cycle.Postings)).ShouldBe(Text(PostingEntries.Of(cycle, Day("2026-08-10"))));
        cycle.Postings.Count.ShouldBe(4);
    }

    [Fact]
    public void A_reversal_is_not_booked_without_its_cycle()
    {
        var cycle = Scenario.WithStatementDay(18)
            .Purchase("P1", "12.00", "2026-08-10").Reverse("P1", "2026-08-10").Through("2026-08-10").Nights.Cycle;

        Should.Throw<ArgumentException>(() => PostingEntries.Of(cycle.Postings).ToList()).Message.ShouldContain("without its cycle");
    }

    private static IReadOnlyList<string> OfNight(Scenario scenario, string night) =>
        Text(PostingEntries.Of(scenario.Through(night).Nights.Cycle, Day(night)));

    private static IReadOnlyList<string> OfCut(Scenario scenario, string cut)
    {
        var play = scenario.Through(cut);
        return Text(CutEntries.Of(play.Nights.Closed[^1].Cycle.State, play.Cuts[^1]));
    }

    private static IReadOnlyList<string> Text(IEnumerable<JournalEntry> entries) =>
        [.. entries.Select(e => $"{e.Kind} {e.Reference}: "
            + string.Join(", ", e.Lines.Select(line => $"{line.GlAccount} {line.Debit - line.Credit}")))];
}
