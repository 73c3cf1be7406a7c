using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cycle.Rendering.Statements;

/// <summary>How theme files are read: a word that is missing or misspelt is refused, never printed as nothing.</summary>
internal static class ThemeJson
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };
}
