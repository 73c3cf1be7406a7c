using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cycle.Jobs.Nights;

/// <summary>A stored report as a person reads it.</summary>
public static class ReportText
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The same JSON, indented, in the order it was stored.</summary>
    public static string Indent(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Indented) + "\n";
    }
}
