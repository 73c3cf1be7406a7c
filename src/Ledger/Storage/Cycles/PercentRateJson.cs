using System.Text.Json;
using System.Text.Json.Serialization;
using Cycle.Ledger;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>A percentage as a whole number of basis points.</summary>
internal sealed class PercentRateJson : JsonConverter<PercentRate>
{
    public override PercentRate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, PercentRate value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.BasisPoints);
}
