using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Tariffs;

public sealed class ShippedTariffTests
{
    private static readonly DateOnly In2026 = new(2026, 8, 18);

    [Theory]
    [InlineData("gsb-2026")]
    [InlineData("gsb-2026-ten-percent")]
    [InlineData("example-issuer")]
    public void A_shipped_tariff_is_valid_and_named_like_its_file(string id) =>
        TariffReader.Read(ShippedTariffs.Bytes(id)).Id.ShouldBe(id);

    [Fact]
    public void The_hash_is_that_of_the_files_bytes()
    {
        var bytes = ShippedTariffs.Bytes("gsb-2026");
        var expected = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

        TariffReader.Read(bytes).Sha256.ShouldBe(expected);
        TariffReader.Read(ShippedTariffs.Text("gsb-2026")).Sha256.ShouldBe(expected);
    }

    [Fact]
    public void The_figures_of_the_product_sheet_are_in_the_default_tariff()
    {
        var tariff = Read("gsb-2026");

        tariff.InterestRate(secured: false, In2026).ToString().ShouldBe("16.00");
        tariff.InterestRate(secured: true, In2026).ToString().ShouldBe("15.00");
        tariff.MinimumShare.On(new DateOnly(2026, 12, 31)).ToString().ShouldBe("8.00");
        tariff.MinimumShare.On(new DateOnly(2027, 1, 1)).ToString().ShouldBe("10.00");
        tariff.MinimumFloor.On(In2026).ShouldBe(Money.FromBaht(1_000));
        tariff.MinimumRounding.On(In2026).ShouldBe(MinimumRounding.BahtDown);
        tariff.CashAdvanceFee.On(In2026).ToString().ShouldBe("3.00");
        tariff.CashAdvanceFeeVat.On(In2026).ToString().ShouldBe("0.00");
        tariff.CashLimitShare.On(In2026).ToString().ShouldBe("50.00");
        tariff.FxRisk.On(In2026).ToString().ShouldBe("2.50");
        tariff.TaxPaymentFee.On(In2026).ToString().ShouldBe("2.00");
        tariff.Collection.On(In2026).ShouldBe(new(Money.FromBaht(1_000), Money.FromBaht(50), Money.FromBaht(100)));
        tariff.DormancyMonths.On(In2026).ShouldBe(6);
        tariff.SpendAlertFrom.On(In2026).ShouldBe(Money.FromBaht(1_000));
        tariff.DueNoticeDays.On(In2026).ShouldBe(3);
        tariff.PurchasesWhileRevolving.On(In2026).ShouldBe(PurchasesWhileRevolving.OwnStatement);
    }

    [Fact]
    public void A_term_has_one_value_after_the_other_and_its_source()
    {
        var tariff = Read("example-issuer");

        tariff.MinimumShare.On(new DateOnly(2026, 9, 30)).ToString().ShouldBe("5.00");
        tariff.MinimumShare.On(new DateOnly(2026, 10, 1)).ToString().ShouldBe("8.00");
        tariff.MinimumShare.Source.ShouldBe("price list, page 2");
    }

    [Fact]
    public void Every_term_is_kept_as_written_those_no_rule_uses_too()
    {
        var terms = Read("example-issuer").Terms.ToDictionary(term => term.Path);

        var share = terms["minimumShare"];
        share.Source.ShouldBe("price list, page 2");
        share.Note.ShouldBe("Chosen by the nominal due date of the statement, not by its date.");
        share.Values.ShouldBe([new(new(2025, 1, 1), "5.00"), new(new(2026, 10, 1), "8.00")]);
        terms.Values.Select(term => term.Values[^1].Value).ShouldContain("""{ "bahtPerPoint": 20, "validMonths": 24, "coBrand": true }""");
        Read("gsb-2026").Terms.Single(term => term.Path == "information.latePaymentPenalty").Values.ShouldBe([new(new(2026, 1, 1), "none")]);
    }

    [Fact]
    public void Points_of_a_product_with_a_partner_are_told_from_others()
    {
        Read("example-issuer").Products.Values.Select(product => product.Points?.On(In2026).IsCoBrand).ShouldContain(true);
        Read("gsb-2026-ten-percent").Products.Values.Select(product => product.Points?.On(In2026).IsCoBrand).ShouldContain(false);
    }

    [Theory]
    [InlineData(PostingKind.FeeCardReplacement, 200)]
    [InlineData(PostingKind.FeeStatementCopy, 50)]
    [InlineData(PostingKind.FeeSalesSlipDomestic, 100)]
    [InlineData(PostingKind.FeeSalesSlipForeign, 200)]
    [InlineData(PostingKind.FeePinReissue, 100)]
    public void The_service_fees_are_those_of_the_product_sheet(PostingKind kind, int baht) =>
        ShippedTariffs.Gsb2026.ServiceFees[kind].On(In2026).ShouldBe(Money.FromBaht(baht));

    [Theory]
    [InlineData("COUNTER_SERVICE_BKK", 15, 30_000, null)]
    [InlineData("COUNTER_SERVICE_UPC", 20, 30_000, null)]
    [InlineData("LOTUS", 10, 49_000, null)]
    [InlineData("KIOSK", 15, 2_000, 40_000)]
    [InlineData("PROMPTPAY", 0, null, null)]
    public void The_channels_are_those_of_the_product_sheet(string channel, int charge, int? maxPayment, int? maxPerDay) =>
        ShippedTariffs.Gsb2026.Channels[channel].On(In2026).ShouldBe(new(
            Money.FromBaht(charge),
            maxPayment is { } payment ? Money.FromBaht(payment) : null,
            maxPerDay is { } day ? Money.FromBaht(day) : null));

    [Fact]
    public void Every_term_names_its_source_and_informational_terms_are_kept()
    {
        var terms = ShippedTariffs.Gsb2026.Terms;

        terms.ShouldAllBe(term => term.Source.Length > 0 && term.Values.Count > 0);
        terms.Single(term => term.Path == "information.latePaymentPenalty").Values.Single().Value.ShouldBe("none");
        terms.Single(term => term.Path == "products.MC_WORLD.dueDays").Values.Single().Value.ShouldBe("15");
        ShippedTariffs.Gsb2026.CashAdvanceFee.Source.ShouldBe("product sheet item 3");
    }

    /// <summary>Read by the test itself: a mutation of the reader is then noticed by every test that could.</summary>
    private static Tariff Read(string id) => TariffReader.Read(ShippedTariffs.Bytes(id));
}
