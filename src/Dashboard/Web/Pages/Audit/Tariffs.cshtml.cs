using Cycle.Dashboard.CommandLine;
using Cycle.Dashboard.Web.Reading;
using Cycle.Jobs.Audit;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Tariffs;
using Microsoft.AspNetCore.Html;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Audit;

/// <summary>Two versions of a tariff, term by term: those that nights used, and the shipped ones.</summary>
internal sealed class TariffsModel(NpgsqlDataSource database, Words words) : CyclePage
{
    private const int Kept = 50;

    private Language Language => words.Language == "th" ? Language.Thai : Language.English;

    public IReadOnlyList<KnownTariff> Known { get; private set; } = [];

    public KnownTariff? Left { get; private set; }

    public KnownTariff? Right { get; private set; }

    public bool All { get; private set; }

    public IReadOnlyList<(string Path, TariffTerm? Left, TariffTerm? Right, string Source)> Terms { get; private set; } = [];

    public int Differing => Terms.Count(term => !IsSame(term.Left, term.Right));

    /// <summary>Whether a term has the same values from the same dates.</summary>
    public static bool IsSame(TariffTerm? left, TariffTerm? right) => Values(left).SequenceEqual(Values(right));

    /// <summary>A term's values, each with the date it holds from.</summary>
    public static IReadOnlyList<DatedValue<string>> Values(TariffTerm? term) => term?.Values ?? [];

    /// <summary>A value with the date it holds from; a word of the file stays, a remark is in the reader's language where that is known.</summary>
    public IHtmlContent Value(DatedValue<string> value) =>
        MarkedText.Of(words["{0} from {1}"], [$"{words.ToldOrData(value.Value)}", Show.Date(value.From)]);

    /// <summary>Where a term is published, in the reader's language where that is known.</summary>
    public IHtmlContent SourceOf(string source) => TermSources.In(source, Language) is var known && known != source
        ? MarkedText.Plain(known)
        : new HtmlString(MarkedText.Data(source));

    public async Task OnGetAsync(string? left, string? right, bool all, CancellationToken cancellationToken)
    {
        All = all;
        var used = await database.ListAsync(
            $"select sha256, tariff_id, first_used, content from tariffs order by first_used desc, sha256 limit {Kept}",
            row => new KnownTariff(row.GetString(0), row.GetString(1), row.Date(2), row.GetString(3)),
            cancellationToken);
        Known = [.. used, .. Shipped()];
        Left = Known.FirstOrDefault(one => one.Key == left) ?? (Known.Count > 0 ? Known[0] : null);
        Right = Known.FirstOrDefault(one => one.Key == right) ?? Known.FirstOrDefault(one => one.Key != Left?.Key) ?? Left;
        if (Left is not null && Right is not null)
        {
            Terms = Compare(TariffReader.Read(Left.Content), TariffReader.Read(Right.Content));
        }
    }

    private static IEnumerable<KnownTariff> Shipped() => Directory.EnumerateFiles(CycleHome.Tariffs, "*.json")
        .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(file => new KnownTariff(Path.GetFileNameWithoutExtension(file), Path.GetFileNameWithoutExtension(file), UsedFrom: null, System.IO.File.ReadAllText(file)));

    private static List<(string, TariffTerm?, TariffTerm?, string)> Compare(Tariff left, Tariff right)
    {
        var (of, with) = (left.Terms.ToDictionary(term => term.Path), right.Terms.ToDictionary(term => term.Path));
        return
        [
            .. of.Keys.Union(with.Keys).Select(path => (
                path, of.GetValueOrDefault(path), with.GetValueOrDefault(path), (of.GetValueOrDefault(path) ?? with[path]).Source)),
        ];
    }
}
