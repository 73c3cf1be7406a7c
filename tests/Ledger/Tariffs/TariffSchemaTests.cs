using System.Text.Json.Nodes;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Tariffs;

/// <summary>The schema that editors use says the same as the reader.</summary>
public sealed class TariffSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(ShippedTariffs.Text("tariff.schema"))!;

    [Theory]
    [InlineData("", "")]
    [InlineData("minimumShare", "$defs.term")]
    [InlineData("serviceFees", "properties.serviceFees")]
    [InlineData("channels", "properties.channels")]
    [InlineData("products.MC_WORLD", "$defs.product")]
    [InlineData("products.MC_WORLD.points.values.0.value", "$defs.points")]
    [InlineData("collection.values.0.value", "$defs.collection")]
    [InlineData("channels.KIOSK.values.0.value", "$defs.channel")]
    public void The_schema_knows_the_names_the_reader_knows_and_requires_those_it_requires(string place, string definition)
    {
        var part = At(Schema, definition);
        var known = part["properties"]!.AsObject().Select(property => property.Key).ToList();

        BrokenTariff.Problems(file => At(file, place)["?"] = 1).Single().Expected.ShouldBe($"one of {string.Join(", ", known)}");
        foreach (var name in known)
        {
            var isRequired = BrokenTariff.Problems(file => At(file, place).Remove(name)).Count > 0;
            (part["required"]?.AsArray().Any(required => (string)required! == name) ?? false).ShouldBe(isRequired, name);
        }
    }

    private static JsonObject At(JsonNode node, string path) => path
        .Split('.', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(node, (at, name) => at is JsonArray list ? list[int.Parse(name)]! : at[name]!)
        .AsObject();
}
