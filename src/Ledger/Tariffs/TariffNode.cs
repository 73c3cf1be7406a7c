using System.Text.Json;

namespace Cycle.Ledger.Tariffs;

/// <summary>A value of a tariff file, where it stands, and the list that problems are added to.</summary>
internal readonly record struct TariffNode(JsonElement Element, string Path, List<FileProblem> Problems)
{
    private const int LongestExcerpt = 60;

    public JsonValueKind Kind => Element.ValueKind;

    public void Report(string expected, string remedy) => Problems.Add(new(Path, Excerpt(), expected, remedy));

    public void ReportMissing(string name, string remedy) =>
        Problems.Add(new($"{Path}.{name}", "nothing", "a value", remedy));

    /// <summary>The text of a JSON string; reports and gives nothing when it is none.</summary>
    public string? Text(string expected, string remedy)
    {
        if (Kind == JsonValueKind.String)
        {
            return Element.GetString();
        }

        Report(expected, remedy);
        return null;
    }

    private string Excerpt()
    {
        var raw = Element.GetRawText().ReplaceLineEndings(" ");
        return raw.Length <= LongestExcerpt ? raw : raw[..LongestExcerpt] + "...";
    }
}
