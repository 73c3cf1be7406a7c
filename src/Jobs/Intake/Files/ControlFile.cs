using System.Globalization;
using System.Text.Json;
using Cycle.Jobs.Intake.Csv;
using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Intake.Files;

/// <summary>The figures a sender states about a file of postings or opening balances, which must agree with what arrived.</summary>
/// <param name="Records">Rows.</param>
/// <param name="AmountTotal">Sum of the amount column.</param>
/// <param name="Sha256">SHA-256 of the file, hex.</param>
internal sealed record ControlFile(long Records, decimal AmountTotal, string Sha256)
{
    private const int LargestBytes = 64 * 1024;
    private const int HexDigits = 64;
    private const string Example = "{\"records\": n, \"amountTotal\": \"123.45\", \"sha256\": \"hex\"}";

    /// <summary>Reads the control file of a file.</summary>
    /// <param name="csvPath">The file it is for.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="UnreadableFile">It is there but not as described.</exception>
    public static ControlFile? Beside(string csvPath)
    {
        var path = csvPath + IncomingName.ControlSuffix;
        if (!File.Exists(path))
        {
            return null;
        }

        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path).Length > LargestBytes)
            {
                throw new UnreadableFile($"{name} is larger than {LargestBytes} bytes.");
            }

            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return new(
                TryRecords(Figure(json, "records"), out var records) ? records : throw Unstated(name, "records"),
                TryAmount(Figure(json, "amountTotal"), out var amount) ? amount : throw Unstated(name, "amountTotal"),
                TryHash(Figure(json, "sha256"), out var hash) ? hash : throw Unstated(name, "sha256"));
        }
        // InvalidOperationException: a text that JSON allows and Unicode does not, as half a surrogate pair.
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            throw new UnreadableFile($"{name} is not readable JSON; {Example} expected.");
        }
    }

    /// <summary>Compares a file with its control file, which must be there when the installation says so.</summary>
    /// <exception cref="UnreadableFile">It disagrees, or is not there.</exception>
    public static void CheckBeside(string csvPath, IncomingName name, FileSurvey survey, IntakeSettings settings)
    {
        if (Beside(csvPath) is { } control)
        {
            control.Check(survey);
        }
        else if (settings.ControlFileRequired)
        {
            throw new UnreadableFile($"its control file {name.Name}{IncomingName.ControlSuffix} is not there; this installation requires one.");
        }
    }

    /// <summary>Compares the figures with the file's own.</summary>
    /// <exception cref="UnreadableFile">They disagree.</exception>
    public void Check(FileSurvey survey)
    {
        if (Records != survey.Rows)
        {
            throw new UnreadableFile($"its control file states {Shown($"{Records}")} records; the file has {survey.Rows}.");
        }

        if (AmountTotal != survey.AmountTotal)
        {
            throw new UnreadableFile($"its control file states amountTotal {Shown($"{AmountTotal:0.00}")}; the amounts of the file add up to {survey.AmountTotal:0.00}.");
        }

        if (!Sha256.Equals(survey.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableFile($"its control file states sha256 {Sha256}; the file has {survey.Sha256}.");
        }
    }

    /// <summary>A figure that somebody else wrote, and that may be any number.</summary>
    private static string Shown(string figure) => CardNumberMask.MaskLongDigits(figure);

    private static UnreadableFile Unstated(string name, string figure) =>
        new($"{name} states no {figure} that can be read; {Example} expected.");

    private static JsonElement Figure(JsonDocument json, string figure) =>
        json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(figure, out var found) ? found : default;

    private static bool TryRecords(JsonElement found, out long records)
    {
        records = 0;
        return found.ValueKind == JsonValueKind.Number && found.TryGetInt64(out records) && records >= 0;
    }

    private static bool TryHash(JsonElement found, out string hash)
    {
        hash = found.ValueKind == JsonValueKind.String ? found.GetString()! : "";
        return hash.Length == HexDigits && hash.All(char.IsAsciiHexDigit);
    }

    private static bool TryAmount(JsonElement found, out decimal amount)
    {
        amount = 0;
        var parts = found.ValueKind == JsonValueKind.String ? found.GetString()!.Split('.') : [];
        return parts is [{ Length: > 0 and <= 22 }] or [{ Length: > 0 and <= 22 }, { Length: 1 or 2 }]
            && parts.All(part => part.All(char.IsAsciiDigit))
            && decimal.TryParse(string.Join('.', parts), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
    }
}
