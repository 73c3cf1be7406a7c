using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Jobs.Outputs;
using Cycle.Ledger.Tariffs;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>Everything nights leave behind: every file written and exported, and every row of the store that is business.</summary>
internal static class LeftByNights
{
    /// <summary>Reads it, name and content.</summary>
    /// <param name="bench">Whose folders.</param>
    /// <param name="database">The store, which is not the bench's own where the commands started a private server.</param>
    /// <param name="from">The first night.</param>
    /// <param name="to">The last.</param>
    /// <param name="tariff">The tariff file; null for the shipped one.</param>
    public static async Task<SortedDictionary<string, string>> ReadAsync(
        CycleBench bench, NpgsqlDataSource database, DateOnly from, DateOnly to, string? tariff = null)
    {
        var read = TariffReader.Read(await File.ReadAllBytesAsync(tariff ?? Path.Combine(Checkout.Tariffs, "gsb-2026.json")));
        var output = Path.Combine(bench.Var, "out");
        await new Exporter(database, read).WriteAsync(Path.Combine(output, "export"), from, to, default);
        var left = await StoreText.OfBusinessAsync(database);
        // Drawn by lot for each database that is made.
        left.Remove("delivery_key");
        foreach (var file in Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".tmp", StringComparison.Ordinal)))
        {
            left.Add(Path.GetRelativePath(bench.Var, file), Convert.ToHexString(await File.ReadAllBytesAsync(file)));
        }

        return left;
    }

    /// <summary>Holds what was left against what undisturbed nights leave; names what differs.</summary>
    public static void ShouldBeAsIfUndisturbed(
        this SortedDictionary<string, string> found, SortedDictionary<string, string> expected, string disturbance)
    {
        found.Keys.ShouldBe(expected.Keys, disturbance);
        var different = expected.Keys.Where(name => found[name] != expected[name]).ToList();
        different.ShouldBeEmpty($"{disturbance}: these differ; of the first, {Difference(different, found, expected)}");
    }

    private static string Difference(List<string> names, SortedDictionary<string, string> found, SortedDictionary<string, string> expected)
    {
        if (names is not [var name, ..])
        {
            return "";
        }

        var (left, right) = (found[name].Split('\n'), expected[name].Split('\n'));
        return $"found alone: {left.Except(right).FirstOrDefault()}; expected alone: {right.Except(left).FirstOrDefault()}";
    }
}
