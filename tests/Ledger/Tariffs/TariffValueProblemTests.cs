using System.Text.Json.Nodes;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Tariffs;

/// <summary>Values that may not stand in a tariff: each is named with its path, what was found and what may stand there.</summary>
public sealed class TariffValueProblemTests
{
    [Theory]
    [InlineData("interestUnsecured", "16.01", "16.00")]
    [InlineData("interestSecured", "16.01", "16.00")]
    [InlineData("fxRisk", "2.51", "2.50")]
    [InlineData("taxPaymentFee", "2.01", "2.00")]
    public void A_percentage_above_the_legal_ceiling_is_refused(string term, string value, string ceiling)
    {
        var problem = BrokenTariff.Problems(BrokenTariff.Value(term, value)).Single();

        problem.ShouldBe(new FileProblem(
            $"$.{term}.values[0].value", $"\"{value}\"", $"at most {ceiling} percent",
            $"Lower it: the legal ceiling is {ceiling} percent."));
        problem.ToString().ShouldBe(
            $"$.{term}.values[0].value: found \"{value}\", expected at most {ceiling} percent. "
            + $"Lower it: the legal ceiling is {ceiling} percent.");
    }

    [Theory]
    [InlineData("interestUnsecured", "16.00")]
    [InlineData("interestUnsecured", "0.00")]
    [InlineData("fxRisk", "2.50")]
    [InlineData("taxPaymentFee", "2")]
    [InlineData("minimumShare", "100.00")]
    [InlineData("cashAdvanceFeeVat", "7.5")]
    public void A_percentage_at_its_ceiling_is_taken(string term, string value) =>
        BrokenTariff.Problems(BrokenTariff.Value(term, value)).ShouldBeEmpty();

    [Theory]
    [InlineData("minimumShare")]
    [InlineData("cashAdvanceFee")]
    [InlineData("cashAdvanceFeeVat")]
    [InlineData("cashLimitShare")]
    public void No_percentage_is_above_one_hundred(string term) =>
        BrokenTariff.Problems(BrokenTariff.Value(term, "100.01")).Single().ShouldBe(new FileProblem(
            $"$.{term}.values[0].value", "\"100.01\"", "at most 100.00 percent", "Correct the figure."));

    [Theory]
    [InlineData("\"16\\u0e1e\"")]
    [InlineData("\"-1.00\"")]
    [InlineData("\"1.005\"")]
    [InlineData("\"\"")]
    [InlineData("16.00")]
    [InlineData("null")]
    [InlineData("[]")]
    public void A_percentage_is_a_string_with_at_most_two_decimals(string json)
    {
        var problem = BrokenTariff.Problems(file => BrokenTariff.Value("cashAdvanceFee", JsonNode.Parse(json))(file)).Single();

        problem.Path.ShouldBe("$.cashAdvanceFee.values[0].value");
        problem.Expected.ShouldBe("percent as a string with at most two decimals (\"16.00\")");
        problem.Remedy.ShouldBe("Write the percentage in quotes, without a sign.");
    }

    [Theory]
    [InlineData("1000")]
    [InlineData("\"1,000.00\"")]
    [InlineData("\"-5.00\"")]
    [InlineData("\"1000000000000.00\"")]
    public void Money_is_a_string_without_sign_or_separators(string json)
    {
        var problem = BrokenTariff.Problems(file => BrokenTariff.Value("minimumFloor", JsonNode.Parse(json))(file)).Single();

        problem.Path.ShouldBe("$.minimumFloor.values[0].value");
        problem.Found.ShouldBe(json);
        problem.Expected.ShouldBe("baht as a string with at most two decimals (\"1000.00\")");
        problem.Remedy.ShouldBe("Write the amount in quotes, without separators or sign.");
    }

    [Theory]
    [InlineData("products.MC_WORLD.dueDays", "0", "31")]
    [InlineData("products.MC_WORLD.dueDays", "32", "31")]
    [InlineData("products.MC_WORLD.dueDays", "\"15\"", "31")]
    [InlineData("products.MC_WORLD.dueDays", "15.5", "31")]
    [InlineData("dormancyMonths", "0", "120")]
    [InlineData("dormancyMonths", "121", "120")]
    [InlineData("dueNoticeDays", "0", "31")]
    [InlineData("dueNoticeDays", "32", "31")]
    [InlineData("dormancyMonths", "99999999999", "120")]
    public void A_whole_number_outside_its_range_is_refused(string term, string json, string most) =>
        BrokenTariff.Problems(file => BrokenTariff.Value(term, JsonNode.Parse(json))(file)).Single().ShouldBe(new FileProblem(
            $"$.{term}.values[0].value", json, $"a whole number from 1 to {most}",
            "Write the number without quotes and within its range."));

    [Theory]
    [InlineData("products.MC_WORLD.dueDays", 1)]
    [InlineData("products.MC_WORLD.dueDays", 31)]
    [InlineData("dormancyMonths", 120)]
    public void A_whole_number_at_the_edge_of_its_range_is_taken(string term, int value) =>
        BrokenTariff.Problems(BrokenTariff.Value(term, value)).ShouldBeEmpty();

    [Theory]
    [InlineData("minimumRounding", "down", "one of baht-down, satang, baht-up")]
    [InlineData("purchasesWhileRevolving", "never", "one of own-statement, from-posting")]
    public void A_setting_is_one_of_its_words(string term, string value, string expected) =>
        BrokenTariff.Problems(BrokenTariff.Value(term, value)).Single().ShouldBe(new FileProblem(
            $"$.{term}.values[0].value", $"\"{value}\"", expected, "Use one of these words."));

    [Fact]
    public void A_setting_that_is_no_text_is_refused() =>
        BrokenTariff.Problems(BrokenTariff.Value("minimumRounding", 1)).Single().Found.ShouldBe("1");

    [Theory]
    [InlineData("satang", MinimumRounding.Satang)]
    [InlineData("baht-up", MinimumRounding.BahtUp)]
    [InlineData("baht-down", MinimumRounding.BahtDown)]
    public void Every_rounding_is_read(string word, MinimumRounding expected)
    {
        var json = ShippedTariffs.Text("gsb-2026").Replace("baht-down", word, StringComparison.Ordinal);

        TariffReader.Read(json).MinimumRounding.On(default).ShouldBe(expected);
    }

    [Theory]
    [InlineData("GSB 2026")]
    [InlineData("")]
    [InlineData("gsb_2026")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffg")]
    public void An_id_is_of_small_letters_digits_and_dashes(string id)
    {
        var problem = BrokenTariff.Problems(file => file["id"] = id).Single();

        problem.Path.ShouldBe("$.id");
        problem.Expected.ShouldBe("an id of small letters, digits and -, at most 60");
        problem.Remedy.ShouldBe("Rename the tariff; the id is printed with everything it produces.");
    }

    [Fact]
    public void An_id_that_is_no_text_is_refused_once() =>
        BrokenTariff.Problems(file => file["id"] = 5).Single().ShouldBe(new FileProblem(
            "$.id", "5", "an id of small letters, digits and -, at most 60", "Name the tariff."));

    [Fact]
    public void A_long_value_is_shortened_where_it_is_quoted()
    {
        var problem = BrokenTariff.Problems(BrokenTariff.Value("minimumFloor", new string('9', 100))).Single();

        problem.Found.Length.ShouldBe(63);
        problem.Found.ShouldEndWith("...");
    }
}
