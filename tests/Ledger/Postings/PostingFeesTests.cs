using Cycle.Ledger.Postings;
using Cycle.Ledger.Tests.Tariffs;

namespace Cycle.Ledger.Tests.Postings;

public sealed class PostingFeesTests
{
    private static readonly DateOnly Posted = Day("2026-08-10");

    [Theory]
    [InlineData(PostingKind.Purchase, false, "0.00", "0.00", "0.00")]
    [InlineData(PostingKind.Purchase, true, "0.00", "250.00", "0.00")]
    [InlineData(PostingKind.CashAdvance, false, "300.00", "0.00", "0.00")]
    [InlineData(PostingKind.CashAdvance, true, "300.00", "250.00", "0.00")]
    [InlineData(PostingKind.TaxPayment, false, "0.00", "0.00", "200.00")]
    [InlineData(PostingKind.TaxPayment, true, "0.00", "250.00", "200.00")]
    [InlineData(PostingKind.Refund, true, "0.00", "0.00", "0.00")]
    [InlineData(PostingKind.Payment, true, "0.00", "0.00", "0.00")]
    [InlineData(PostingKind.Reversal, true, "0.00", "0.00", "0.00")]
    public void Ten_thousand_baht_cost_what_the_product_sheet_says(
        PostingKind kind, bool isForeign, string cash, string fx, string tax)
    {
        var fees = PostingFees.Assess(kind, isForeign, Baht("10,000.00"), Posted, ShippedTariffs.Gsb2026);

        fees.ShouldBe(new PostingFees(Baht(cash), Money.Zero, Baht(fx), Baht(tax)));
        fees.Total.ShouldBe(Baht(cash) + Baht(fx) + Baht(tax));
    }

    [Theory]
    [InlineData("107.50", "3.23", "2.69")]
    [InlineData("100.20", "3.01", "2.51")]
    public void Each_percentage_is_rounded_on_its_own_at_real_ties(string amount, string cash, string fx)
    {
        var fees = PostingFees.Assess(
            PostingKind.CashAdvance, isForeign: true, Baht(amount), Posted, ShippedTariffs.Gsb2026);

        fees.CashAdvance.ShouldBe(Baht(cash));
        fees.FxRisk.ShouldBe(Baht(fx));
    }

    [Fact]
    public void Vat_is_a_percentage_of_the_cash_fee_alone()
    {
        var fees = PostingFees.Assess(
            PostingKind.CashAdvance, isForeign: true, Baht("1,000.00"), Posted, ShippedTariffs.ExampleIssuer);

        fees.ShouldBe(new PostingFees(Baht("30.00"), Baht("2.10"), Baht("20.00"), Money.Zero));
        fees.Total.ShouldBe(Baht("52.10"));
    }

    [Theory]
    [InlineData("2026-12-31", "30.00")]
    [InlineData("2027-01-01", "20.00")]
    public void The_value_in_force_on_the_posting_date_applies(string posted, string expected)
    {
        var tariff = ShippedTariffs.Gsb2026 with
        {
            CashAdvanceFee = new([new(Day("2026-01-01"), Percent("3.00")), new(Day("2027-01-01"), Percent("2.00"))]),
        };

        PostingFees.Assess(PostingKind.CashAdvance, isForeign: false, Baht("1,000.00"), Day(posted), tariff)
            .CashAdvance.ShouldBe(Baht(expected));
    }
}
