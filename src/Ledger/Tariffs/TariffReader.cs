using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cycle.Ledger.Tariffs;

/// <summary>Reads a tariff file (rules.md section 2; tariffs/tariff.schema.json describes it). Pure: bytes in, tariff out.</summary>
public static class TariffReader
{
    /// <summary>The largest tariff file accepted, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a tariff from text; its hash is that of the text in UTF-8.</summary>
    /// <param name="json">The file's text.</param>
    /// <exception cref="TariffException">It is refused; everything that is wrong is listed.</exception>
    public static Tariff Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a tariff from a file's bytes.</summary>
    /// <param name="utf8">UTF-8, with or without a byte order mark, at most <see cref="MaxBytes"/>.</param>
    /// <exception cref="TariffException">It is refused; everything that is wrong is listed.</exception>
    public static Tariff Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8);
        var problems = new List<FileProblem>();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(utf8.Span));
        var tariff = TariffDocument.Read(new(document.RootElement, "$", problems), sha256);
        return problems.Count == 0 ? tariff : throw new TariffException(problems);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
        {
            throw Refused($"{utf8.Length} bytes", $"at most {MaxBytes} bytes", "Check that this is a tariff file.");
        }

        var text = utf8.Span.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;
        try
        {
            var document = JsonDocument.Parse(text);
            return JsonText.FirstBadLine(text.Span) is not { } line ? document : throw Refused(
                $"a text on line {line} with half a character", "UTF-8 text", "Save the file as UTF-8; \\uD800 to \\uDFFF stand in pairs only.");
        }
        catch (JsonException exception)
        {
            var place = $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
            throw Refused($"a fault at {place}", "JSON", "Correct the syntax there; comments and trailing commas are no JSON.");
        }
    }

    private static TariffException Refused(string found, string expected, string remedy) =>
        new([new("$", found, expected, remedy)]);
}
