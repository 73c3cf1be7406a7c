using System.Text.Json.Nodes;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Tariffs;

/// <summary>Products, channels, points and the collection fee.</summary>
public sealed class TariffGroupProblemTests
{
    [Fact]
    public void A_tariff_without_products_is_refused() =>
        BrokenTariff.Problems(file => file["products"] = new JsonObject()).Single().ShouldBe(new FileProblem(
            "$.products", "{}", "at least one product", "Add the products that accounts.csv names."));

    [Theory]
    [InlineData("mc_world")]
    [InlineData("MC WORLD")]
    [InlineData("")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNO")]
    public void A_product_code_is_of_capitals_digits_and_underscores(string code) =>
        BrokenTariff.Problems(file => file["products"]!.AsObject().Add(code, file["products"]!["MC_WORLD"]!.DeepClone()))
            .Single().Path.ShouldBe($"$.products.{code}");

    [Fact]
    public void A_product_code_of_40_characters_is_taken() =>
        BrokenTariff.Problems(file => file["products"]!.AsObject().Add(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789_AB", file["products"]!["MC_WORLD"]!.DeepClone())).ShouldBeEmpty();

    [Fact]
    public void A_channel_that_does_not_exist_is_refused()
    {
        var problem = BrokenTariff.Problems("\"LOTUS\"", "\"TESCO\"").Single();

        problem.Path.ShouldBe("$.channels.TESCO");
        problem.Expected.ShouldStartWith("one of COUNTER, ATM, MOBILE");
    }

    [Fact]
    public void A_channel_that_is_not_listed_has_neither_charge_nor_ceiling()
    {
        var channels = ShippedTariffs.ExampleIssuer.Channels;

        channels.ContainsKey("LOTUS").ShouldBeFalse();
        channels["COUNTER"].On(default).ShouldBe(new ChannelTerms(Baht("25.00"), null, null));
        channels["KIOSK"].On(default).ShouldBe(new ChannelTerms(Baht("5.00"), Baht("5,000.00"), Baht("20,000.00")));
    }

    [Theory]
    [InlineData("maxPayment")]
    [InlineData("maxPerDay")]
    public void A_ceiling_of_nothing_would_refuse_every_payment(string name)
    {
        var problem = BrokenTariff.Problems(file => file["channels"]!["KIOSK"]!["values"]![0]!["value"]![name] = "0.00").Single();

        problem.ShouldBe(new FileProblem(
            $"$.channels.KIOSK.values[0].value.{name}", "\"0.00\"", "an amount above zero",
            "Leave the limit out where there is none."));
    }

    [Fact]
    public void A_ceiling_that_cannot_be_read_is_reported_once() =>
        BrokenTariff.Problems(file => file["channels"]!["KIOSK"]!["values"]![0]!["value"]!["maxPayment"] = "much")
            .Single().Found.ShouldBe("\"much\"");

    [Theory]
    [InlineData("collection", "overdueAbove")]
    [InlineData("collection", "oneCycle")]
    [InlineData("collection", "moreCycles")]
    [InlineData("channels.KIOSK", "charge")]
    [InlineData("products.MC_WORLD.points", "bahtPerPoint")]
    [InlineData("products.MC_WORLD.points", "coBrand")]
    public void A_field_of_a_value_that_is_missing_is_named(string term, string field) =>
        BrokenTariff.Problems(file => BrokenTariff.Term(file, term)["values"]![0]!["value"]!.AsObject().Remove(field))
            .Single().Path.ShouldBe($"$.{term}.values[0].value.{field}");

    [Theory]
    [InlineData("bahtPerPoint", "0", "a whole number from 1 to 100000")]
    [InlineData("bahtPerPoint", "100001", "a whole number from 1 to 100000")]
    [InlineData("validMonths", "1201", "a whole number from 1 to 1200")]
    [InlineData("coBrand", "\"no\"", "true or false")]
    public void A_point_term_out_of_range_is_refused(string field, string json, string expected)
    {
        var problem = BrokenTariff.Problems(
            file => file["products"]!["MC_WORLD"]!["points"]!["values"]![0]!["value"]![field] = JsonNode.Parse(json)).Single();

        problem.Path.ShouldBe($"$.products.MC_WORLD.points.values[0].value.{field}");
        problem.Expected.ShouldBe(expected);
    }

    [Fact]
    public void Points_are_read_where_a_product_earns_any()
    {
        ShippedTariffs.Gsb2026.Product("MC_WORLD").Points!.On(default).ShouldBe(new PointTerms(25, null, IsCoBrand: false));
        ShippedTariffs.ExampleIssuer.Product("VOYAGER").Points!.On(default).ShouldBe(new PointTerms(20, 24, IsCoBrand: true));
        ShippedTariffs.ExampleIssuer.Product("EVERYDAY").Points.ShouldBeNull();
    }

    [Theory]
    [InlineData("note", "")]
    [InlineData("source", "")]
    [InlineData("source", null)]
    public void A_text_is_never_empty(string name, string? text)
    {
        var problem = BrokenTariff.Problems(file => file["minimumShare"]![name] = text).Single();

        problem.Path.ShouldBe($"$.minimumShare.{name}");
        problem.Expected.ShouldBe("a text of 1 to 400 characters");
    }

    [Theory]
    [InlineData(400, 0)]
    [InlineData(401, 1)]
    public void A_text_has_at_most_400_characters(int length, int problems) =>
        BrokenTariff.Problems(file => file["title"] = new string('x', length)).Count.ShouldBe(problems);

    [Fact]
    public void A_product_that_the_tariff_does_not_define_is_named() =>
        Should.Throw<KeyNotFoundException>(() => ShippedTariffs.Gsb2026.Product("GOLD")).Message
            .ShouldBe("Tariff gsb-2026 defines no product 'GOLD'.");

    [Fact]
    public void The_example_issuer_differs_where_it_says_it_does()
    {
        var tariff = ShippedTariffs.ExampleIssuer;

        tariff.InterestUnsecured.On(Day("2026-03-31")).ToString().ShouldBe("16.00");
        tariff.InterestUnsecured.On(Day("2026-04-01")).ToString().ShouldBe("14.75");
        tariff.MinimumRounding.On(default).ShouldBe(MinimumRounding.Satang);
        tariff.PurchasesWhileRevolving.On(default).ShouldBe(PurchasesWhileRevolving.FromPosting);
        tariff.CashAdvanceFeeVat.On(default).ToString().ShouldBe("7.00");
        tariff.Terms.Single(term => term.Path == "fxRisk").Note.ShouldBe("At most 2.50.");
    }
}
