using Cycle.Dashboard.CommandLine;
using Cycle.Dashboard.Web.Reading;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Audit;

/// <summary>Two versions of a tariff, term by term: those that nights used, and the shipped ones.</summary>
internal sealed class TariffsModel(NpgsqlDataSource database) : CyclePage
{
    private const int Kept = 50;

    public IReadOnlyList<KnownTariff> Known { get; private set; } = [];

    public KnownTariff? Left { get; private set; }

    public KnownTariff? Right { get; private set; }

    public bool All { get; private set; }

    public IReadOnlyList<(string Path, string Left, string Right, string Source)> Terms { get; private set; } = [];

    public int Differing => Terms.Count(term => term.Left != term.Right);

    public async Task OnGetAsync(string? left, string? right, bool all, CancellationToken cancellationToken)
    {
        All = all;
        var used = await database.ListAsync(
            $"select sha256, tariff_id, first_used, content from tariffs order by first_used desc, sha256 limit {Kept}",
            row => new KnownTariff(row.GetString(0), $"{row.GetString(1)}, used from {Show.Date(row.Date(2))} ({row.GetString(0)[..8]})", row.GetString(3)),
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
        .Select(file => new KnownTariff(Path.GetFileNameWithoutExtension(file), $"{Path.GetFileNameWithoutExtension(file)}, shipped", System.IO.File.ReadAllText(file)));

    private static List<(string, string, string, string)> Compare(Tariff left, Tariff right)
    {
        var (of, with) = (left.Terms.ToDictionary(term => term.Path), right.Terms.ToDictionary(term => term.Path));
        return
        [
            .. of.Keys.Union(with.Keys).Select(path => (
                path, Words(of.GetValueOrDefault(path)), Words(with.GetValueOrDefault(path)), (of.GetValueOrDefault(path) ?? with[path]).Source)),
        ];
    }

    private static string Words(TariffTerm? term) =>
        term is null ? "" : string.Join("; ", term.Values.Select(value => $"{value.Value} from {Show.Date(value.From)}"));
}
