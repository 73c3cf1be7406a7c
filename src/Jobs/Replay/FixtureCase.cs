using System.Text.Json;

namespace Cycle.Jobs.Replay;

/// <summary>A fixture's case.json (files.md, "A fixture").</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Directory">The folder.</param>
/// <param name="Title">What it shows.</param>
/// <param name="From">First business date.</param>
/// <param name="To">Last business date.</param>
/// <param name="TariffFile">The tariff it runs with.</param>
public sealed record FixtureCase(string Name, string Directory, string Title, DateOnly From, DateOnly To, string TariffFile)
{
    /// <summary>The tariff when neither a file nor an id is given.</summary>
    public const string DefaultTariff = "gsb-2026";

    private static readonly string[] Names = ["title", "source", "from", "to", "tariff"];

    /// <summary>Files of a case that are not for its nights.</summary>
    internal static readonly string[] OwnFiles = ["case.json", "tariff.json", "about.md"];

    /// <summary>A day more than ten years would be a slip of the pen.</summary>
    private const int MaxDays = 3700;

    /// <summary>The folder of expected outputs, which may be missing.</summary>
    public string Expected => Path.Combine(Directory, "expected");

    /// <summary>Reads a fixture.</summary>
    /// <param name="directory">Its folder.</param>
    /// <param name="tariffs">The folder of shipped tariffs.</param>
    /// <exception cref="FixtureException">It is no fixture, or case.json is wrong; the message says where and what was expected.</exception>
    public static FixtureCase Load(string directory, string tariffs)
    {
        var full = Path.GetFullPath(directory).TrimEnd(Path.DirectorySeparatorChar);
        var file = Path.Combine(full, "case.json");
        if (!File.Exists(file))
        {
            throw new FixtureException($"{directory}: no case.json found; a fixture is a folder with one. Check the path.");
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = json.RootElement;
            Check(root, file);
            var (from, to) = (Date(root, "from", file), Date(root, "to", file));
            if (to < from || to.DayNumber - from.DayNumber > MaxDays)
            {
                throw new FixtureException($"{file}: from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} found; expected to on or after from, at most {MaxDays} days.");
            }

            return new(Path.GetFileName(full), full, Text(root, "title") ?? "", from, to, Tariff(root, full, tariffs, file));
        }
        catch (JsonException fault)
        {
            throw new FixtureException($"{file}: not readable JSON at line {fault.LineNumber + 1}. Correct it.", fault);
        }
        catch (InvalidOperationException fault)
        {
            throw new FixtureException($"{file}: a text found that is not UTF-8, or has half a surrogate pair. Save it as UTF-8.", fault);
        }
    }

    /// <summary>A misspelled name would be passed over without a word, and the case replayed with something else.</summary>
    private static void Check(JsonElement root, string file)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FixtureException($"{file}: found no object; expected {{\"title\": \"...\", \"from\": \"2026-07-27\", \"to\": \"2026-09-18\"}}.");
        }

        foreach (var property in root.EnumerateObject())
        {
            if (!Names.Contains(property.Name))
            {
                throw new FixtureException($"{file}: \"{property.Name}\" found; expected only {string.Join(", ", Names)}.");
            }

            if (property.Value.ValueKind != JsonValueKind.String)
            {
                throw new FixtureException($"{file}: \"{property.Name}\" found {property.Value.GetRawText()}; expected a text in double quotes.");
            }
        }
    }

    private static string Tariff(JsonElement root, string directory, string tariffs, string file)
    {
        var own = Path.Combine(directory, "tariff.json");
        if (File.Exists(own))
        {
            return own;
        }

        var id = Text(root, "tariff") ?? DefaultTariff;
        var shipped = Path.Combine(tariffs, $"{Path.GetFileName(id)}.json");
        return File.Exists(shipped)
            ? shipped
            : throw new FixtureException(
                $"{file}: tariff '{id}' found; expected one of {string.Join(", ", Shipped(tariffs))}, or a tariff.json beside case.json.");
    }

    private static IEnumerable<string?> Shipped(string tariffs) => System.IO.Directory
        .EnumerateFiles(tariffs, "*.json").Select(Path.GetFileNameWithoutExtension)
        .Where(name => !name!.EndsWith(".schema", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateOnly Date(JsonElement root, string name, string file) =>
        DateOnly.TryParseExact(Text(root, name), "yyyy-MM-dd", out var date)
            ? date
            : throw new FixtureException($"{file}: \"{name}\" found '{Text(root, name)}'; expected a date as yyyy-MM-dd.");
}
