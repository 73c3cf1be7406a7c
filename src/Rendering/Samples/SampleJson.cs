using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cycle.Rendering.Samples;

/// <summary>How sample files are read: a name that is missing or misspelt is refused.</summary>
internal static class SampleJson
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new HundredthsJson.OfMoney(), new HundredthsJson.OfRate(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };
}
