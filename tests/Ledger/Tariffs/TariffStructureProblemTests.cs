using System.Text.Json.Nodes;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Tariffs;

/// <summary>Terms that are missing, unknown, repeated or not in order.</summary>
public sealed class TariffStructureProblemTests
{
    public static TheoryData<string> RequiredNames =>
    [
        "id", "title", "interestUnsecured", "interestSecured", "minimumShare", "minimumFloor", "minimumRounding", "cashAdvanceFee",
        "cashAdvanceFeeVat", "cashLimitShare", "fxRisk", "taxPaymentFee", "collection", "serviceFees", "dormancyMonths",
        "spendAlertFrom", "dueNoticeDays", "purchasesWhileRevolving", "products", "channels",
    ];

    [Theory]
    [MemberData(nameof(RequiredNames))]
    public void A_missing_term_is_named(string name) =>
        BrokenTariff.Problems(file => file.Remove(name)).Single().ShouldBe(new FileProblem(
            $"$.{name}", "nothing", "a value", $"Add \"{name}\"; every term must be stated."));

    [Theory]
    [InlineData("information")]
    [InlineData("$schema")]
    public void What_no_computation_needs_may_be_left_out(string name) =>
        BrokenTariff.Problems(file => file.Remove(name)).ShouldBeEmpty();

    [Theory]
    [InlineData("serviceFees", "FEE_PIN_REISSUE")]
    [InlineData("products.MC_WORLD", "dueDays")]
    [InlineData("products.MC_WORLD", "name")]
    [InlineData("minimumShare", "source")]
    [InlineData("minimumShare", "values")]
    public void A_part_of_a_term_that_is_missing_is_named(string parent, string name) =>
        BrokenTariff.Problems(file => BrokenTariff.Term(file, parent).AsObject().Remove(name)).Single().Path
            .ShouldBe($"$.{parent}.{name}");

    [Theory]
    [InlineData("from")]
    [InlineData("value")]
    public void A_value_without_date_or_a_date_without_value_is_refused(string name) =>
        BrokenTariff.Problems(file => file["minimumShare"]!["values"]![1]!.AsObject().Remove(name)).Single().Path
            .ShouldBe($"$.minimumShare.values[1].{name}");

    [Fact]
    public void An_unknown_term_is_refused_because_it_would_have_no_effect()
    {
        var problem = BrokenTariff.Problems(file => file["intrestUnsecured"] = 5).Single();

        problem.Path.ShouldBe("$.intrestUnsecured");
        problem.Found.ShouldBe("5");
        problem.Expected.ShouldContain("one of $schema, id, title, interestUnsecured");
        problem.Remedy.ShouldBe("Remove \"intrestUnsecured\", or correct its spelling: it would have no effect.");
    }

    [Theory]
    [InlineData("serviceFees")]
    [InlineData("channels")]
    [InlineData("products.MC_WORLD")]
    [InlineData("minimumShare")]
    public void An_unknown_name_inside_a_term_is_refused(string parent) =>
        BrokenTariff.Problems(file => BrokenTariff.Term(file, parent).AsObject().Add("extra", 1)).Single().Path
            .ShouldBe($"$.{parent}.extra");

    [Fact]
    public void A_repeated_name_is_refused_because_either_could_hold()
    {
        var problem = BrokenTariff.Problems("\"title\":", "\"title\": \"other\",\n  \"title\":").Single();

        problem.Path.ShouldBe("$.title");
        problem.Expected.ShouldBe("\"title\" once");
        problem.Remedy.ShouldBe("Keep one \"title\" and remove the other: which of them holds is not clear.");
    }

    [Theory]
    [InlineData("2027-01-01", "2026-01-01", "\"2026-01-01\"")] // the same date twice
    [InlineData("2027-01-01", "2025-06-30", "\"2025-06-30\"")] // before the one above it
    public void Dates_that_do_not_increase_overlap_and_are_refused(string old, string date, string found) =>
        BrokenTariff.Problems(old, date).Single().ShouldBe(new FileProblem(
            "$.minimumShare.values[1].from", found, "a date after 2026-01-01",
            "Order the values by date and keep one for each date: they must not overlap."));

    [Theory]
    [InlineData("\"2569-01-32\"")]
    [InlineData("\"1/1/2027\"")]
    [InlineData("20270101")]
    [InlineData("\"\"")]
    public void A_date_that_cannot_be_read_is_refused(string json) =>
        BrokenTariff.Problems("\"2027-01-01\"", json).Single().ShouldBe(new FileProblem(
            "$.minimumShare.values[1].from", json, "a date as yyyy-MM-dd, Common era", "Write the first day the value holds."));

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"8.00\"")]
    public void A_term_has_a_list_of_values(string json)
    {
        var problem = BrokenTariff.Problems(file => file["minimumShare"]!["values"] = JsonNode.Parse(json)).Single();

        problem.Path.ShouldBe("$.minimumShare.values");
        problem.Found.ShouldBe(json);
        problem.Expected.ShouldBe("a list of at least one { \"from\", \"value\" }");
    }

    [Theory]
    [InlineData("minimumShare")]
    [InlineData("serviceFees")]
    [InlineData("products")]
    [InlineData("channels")]
    [InlineData("information")]
    [InlineData("products.MC_WORLD")]
    public void Anything_but_an_object_where_one_belongs_is_refused_once(string path) =>
        BrokenTariff.Problems(file => Replace(file, path, 7)).Single().ShouldBe(
            new FileProblem($"$.{path}", "7", "an object", "Write { ... } here."));

    private static void Replace(JsonObject file, string path, int value)
    {
        var at = path.LastIndexOf('.');
        var parent = at < 0 ? file : BrokenTariff.Term(file, path[..at]);
        parent[path[(at + 1)..]] = value;
    }
}
