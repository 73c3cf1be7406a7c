using Cycle.Ledger.Tariffs;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Errors;

/// <summary>Tariff files that are refused: the shipped one with something changed, given to the reader.</summary>
internal static class RefusedTariffs
{
    private static readonly (string Title, string Good, string Bad)[] Changes =
    [
        ("Interest above the legal ceiling", "\"value\": \"16.00\"", "\"value\": \"16.01\""),
        ("A currency conversion charge above the legal maximum", "\"value\": \"2.50\"", "\"value\": \"2.51\""),
        ("A fee on tax payments above the legal maximum", "\"value\": \"2.00\"", "\"value\": \"2.50\""),
        ("A term that does not exist", "\"minimumFloor\": {", "\"minimunFloor\": {"),
        ("Dates that overlap or run backwards", "{ \"from\": \"2027-01-01\", \"value\": \"10.00\" }", "{ \"from\": \"2025-01-01\", \"value\": \"10.00\" }"),
        ("A date twice", "{ \"from\": \"2027-01-01\", \"value\": \"10.00\" }", "{ \"from\": \"2026-01-01\", \"value\": \"10.00\" }"),
        ("A date that does not exist", "{ \"from\": \"2027-01-01\"", "{ \"from\": \"2027-02-30\""),
        ("A number where a text is expected", "\"value\": \"8.00\"", "\"value\": 8.00"),
        ("A word that is none of those allowed", "\"value\": \"baht-down\"", "\"value\": \"nearest\""),
        ("An amount with a separator", "\"value\": \"10000.00\"", "\"value\": \"10,000.00\""),
        ("A channel that does not exist", "\"LOTUS\": {", "\"TESCO\": {"),
        ("A file that is not JSON", "\"id\": \"gsb-2026\",", "\"id\": \"gsb-2026\""),
    ];

    public static IEnumerable<ErrorCase> Cases()
    {
        var shipped = File.ReadAllText(Path.Combine(Checkout.Tariffs, "gsb-2026.json"));
        foreach (var (title, good, bad) in Changes)
        {
            var at = shipped.IndexOf(good, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, title);
            var text = shipped[..at] + bad + shipped[(at + good.Length)..];
            yield return new(title, "gsb-2026.json", bad, Should.Throw<TariffException>(() => TariffReader.Read(text)).Message, "");
        }
    }
}
