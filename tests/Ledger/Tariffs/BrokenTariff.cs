using System.Text.Json.Nodes;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Tariffs;

/// <summary>The default tariff with something changed, and what the reader says to that.</summary>
internal static class BrokenTariff
{
    /// <summary>The problems after a change to the parsed file; none when it is still valid.</summary>
    public static IReadOnlyList<FileProblem> Problems(Action<JsonObject> change)
    {
        var file = JsonNode.Parse(ShippedTariffs.Text("gsb-2026"))!.AsObject();
        change(file);
        return ProblemsOf(file.ToJsonString());
    }

    /// <summary>The problems after a replacement in the file's text.</summary>
    public static IReadOnlyList<FileProblem> Problems(string old, string replacement)
    {
        var text = ShippedTariffs.Text("gsb-2026");
        text.ShouldContain(old);
        return ProblemsOf(text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Puts another value at the first date of a term.</summary>
    public static Action<JsonObject> Value(string term, JsonNode? value) => file => Term(file, term)["values"]![0]!["value"] = value;

    /// <summary>A term by its path ("products.MC_WORLD.dueDays").</summary>
    public static JsonNode Term(JsonNode file, string path) =>
        path.Split('.').Aggregate(file, (node, name) => node[name]!);

    public static IReadOnlyList<FileProblem> ProblemsOf(string json)
    {
        try
        {
            TariffReader.Read(json);
            return [];
        }
        catch (TariffException exception)
        {
            return exception.Problems;
        }
    }
}
