using System.Text.Json;
using System.Text.Json.Serialization;
using Cycle.Ledger;

namespace Cycle.Rendering.Samples;

/// <summary>Money and rates as files write them: strings such as "-1040.00".</summary>
internal static class HundredthsJson
{
    private static long Read(ref Utf8JsonReader reader)
    {
        var text = reader.GetString() ?? "";
        var isNegative = text.StartsWith('-');
        return Hundredths.TryParse(text.AsSpan(isNegative ? 1 : 0), out var value)
            ? isNegative ? -value : value
            : throw new JsonException($"found '{text}', expected a number with at most two decimals in quotes, such as \"-1040.00\"");
    }

    /// <summary>Money.</summary>
    internal sealed class OfMoney : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(HundredthsJson.Read(ref reader));

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>Rates.</summary>
    internal sealed class OfRate : JsonConverter<PercentRate>
    {
        public override PercentRate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new((int)HundredthsJson.Read(ref reader));

        public override void Write(Utf8JsonWriter writer, PercentRate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
