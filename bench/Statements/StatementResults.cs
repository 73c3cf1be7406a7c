using System.Text.Encodings.Web;
using System.Text.Json;
using Cycle.Bench.Machine;

namespace Cycle.Bench.Statements;

/// <summary>What <c>bench statements</c> found: the file that the README's figures come from.</summary>
internal sealed record StatementResults(
    string Measured,
    MachineFacts Machine,
    double LoadBefore,
    string DrawnWith,
    int Rounds,
    double SecondsARound,
    IReadOnlyList<SizeResult> Sizes,
    BrowserResult? Browser,
    SoakResult? Soak)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a result; null when there is none.</summary>
    public static StatementResults? Read(string file) =>
        File.Exists(file) ? JsonSerializer.Deserialize<StatementResults>(File.ReadAllBytes(file), Options) : null;

    /// <summary>Writes it, the folder too when it is missing.</summary>
    public void Write(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(this, Options) + "\n");
    }
}
