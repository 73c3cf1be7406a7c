using System.Text;
using System.Text.Json.Nodes;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Tariffs;

/// <summary>The file as a whole: its bytes, its syntax, its list of problems.</summary>
public sealed class TariffFileTests
{
    [Fact]
    public void Every_problem_is_listed_in_the_files_order_of_terms()
    {
        var problems = BrokenTariff.Problems(file =>
        {
            file["interestUnsecured"]!["values"]![0]!["value"] = "18.00";
            file.Remove("fxRisk");
            file["unknown"] = 1;
            file["products"]!["MC_WORLD"]!["dueDays"]!["values"]![0]!["value"] = 99;
        });

        problems.Select(problem => problem.Path).ShouldBe(
        [
            "$.unknown", "$.interestUnsecured.values[0].value", "$.fxRisk", "$.products.MC_WORLD.dueDays.values[0].value",
        ]);
        new TariffException(problems).Message.ShouldStartWith("The tariff is refused: 4 problems.\n$.unknown: found 1, expected");
        new TariffException([problems[0]]).Message.ShouldStartWith("The tariff is refused: 1 problem.\n");
    }

    [Fact]
    public void A_bad_date_does_not_hide_that_later_values_overlap() =>
        BrokenTariff.Problems(file => file["interestUnsecured"]!["values"] = JsonNode.Parse(
            """
            [{ "from": "2026-01-01", "value": "16.00" }, { "from": "2026-03-01", "value": "15.00" },
             { "from": "soon", "value": "14.00" }, { "from": "2026-02-01", "value": "13.00" }]
            """)).Select(problem => (problem.Path, problem.Expected)).ShouldBe(
        [
            ("$.interestUnsecured.values[2].from", "a date as yyyy-MM-dd, Common era"),
            ("$.interestUnsecured.values[3].from", "a date after 2026-03-01"),
        ]);

    [Theory]
    [InlineData(1, true)]
    [InlineData(60, true)]
    [InlineData(0, false)]
    [InlineData(61, false)]
    public void An_id_has_one_to_sixty_characters(int length, bool isTaken) =>
        BrokenTariff.Problems(file => file["id"] = new string('a', length)).Count.ShouldBe(isTaken ? 0 : 1);

    [Theory]
    [InlineData(1, true)]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_product_code_has_one_to_forty_characters(int length, bool isTaken) =>
        BrokenTariff.Problems(file => file["products"]![new string('A', length)] = file["products"]!["MC_WORLD"]!.DeepClone())
            .Count.ShouldBe(isTaken ? 0 : 1);

    [Theory]
    [InlineData(1, true)]
    [InlineData(400, true)]
    [InlineData(401, false)]
    public void A_text_has_one_to_four_hundred_characters(int length, bool isTaken) =>
        BrokenTariff.Problems(file => file["interestUnsecured"]!["source"] = new string('s', length)).Count.ShouldBe(isTaken ? 0 : 1);

    [Theory]
    [InlineData(58, "")]
    [InlineData(59, "...")]
    public void What_was_found_is_told_up_to_sixty_characters(int length, string more)
    {
        var found = BrokenTariff.Problems(file => file["unknown"] = new string('x', length)).Single().Found;

        found.ShouldBe($"\"{new string('x', length)}\""[..60] + more);
    }

    [Fact]
    public void A_fault_of_syntax_is_placed()
    {
        var problem = BrokenTariff.ProblemsOf("{\n  \"id\": \"x\",\n}").Single();

        problem.Path.ShouldBe("$");
        problem.Found.ShouldBe("a fault at line 3, byte 1");
        problem.Expected.ShouldBe("JSON");
    }

    [Fact]
    public void A_byte_order_mark_is_accepted_and_part_of_the_hash()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. ShippedTariffs.Bytes("gsb-2026")];

        TariffReader.Read(marked).Id.ShouldBe("gsb-2026");
        TariffReader.Read(marked).Sha256.ShouldNotBe(ShippedTariffs.Gsb2026.Sha256);
    }

    [Fact]
    public void A_file_of_more_than_a_mebibyte_is_refused_unread()
    {
        var padded = ShippedTariffs.Text("gsb-2026").PadRight(TariffReader.MaxBytes);

        TariffReader.Read(padded).Id.ShouldBe("gsb-2026");
        BrokenTariff.ProblemsOf(padded + " ").Single().Found.ShouldBe("1048577 bytes");
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused() =>
        Should.Throw<TariffException>(() => TariffReader.Read(Encoding.Unicode.GetBytes(ShippedTariffs.Text("gsb-2026"))));

    [Theory]
    [InlineData("{\n  \"id\": \"\\ud800\"\n}")]
    [InlineData("{\n  \"\\uDC00\": 1}")]
    [InlineData("{\n  \"id\": \"gsb\u00FF\"}")] // written as Latin-1 below
    public void Text_that_json_allows_and_unicode_does_not_is_refused_with_its_line(string json)
    {
        var problem = Should.Throw<TariffException>(() => TariffReader.Read(Encoding.Latin1.GetBytes(json))).Problems.Single();

        problem.Found.ShouldBe("a text on line 2 with half a character");
        problem.Expected.ShouldBe("UTF-8 text");
    }
}
