using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cycle.Bench.Machine;

/// <summary>Result files: JSON for people and for the tables that are written from it.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a result; null when there is none.</summary>
    public static T? Read<T>(string file)
        where T : class => File.Exists(file) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), Format) : null;

    /// <summary>Writes it, the folder too when it is missing.</summary>
    public static void Write<T>(string file, T result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(result, Format) + "\n");
    }
}
