using System.Text.Json;
using System.Text.Json.Serialization;
using Cycle.Ledger;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>Money as a whole number of satang.</summary>
internal sealed class MoneyJson : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Satang);
}
