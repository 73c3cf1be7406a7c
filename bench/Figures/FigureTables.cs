using System.Globalization;
using System.Text;
using Cycle.Bench.Functions;
using Cycle.Bench.Growth;
using Cycle.Bench.Machine;
using Cycle.Bench.Nights;

namespace Cycle.Bench.Figures;

/// <summary>The tables by name, each with one part a CPU; a table without results says so.</summary>
internal static class FigureTables
{
    /// <exception cref="FormatException">There is no such table.</exception>
    public static string Of(string name, string results)
    {
        var folders = Directory.Exists(results) ? Directory.GetDirectories(results).Order(StringComparer.Ordinal).ToList() : [];
        Func<string, string> table = name switch
        {
            "nights" => folder => NightTables.Sizes(Nights(folder)),
            "stages" => folder => NightTables.Stages(Nights(folder)),
            "scale" => folder => NightTables.Scale(Nights(folder, withPdfs: false)),
            "floors" => folder => NightTables.Floors(Nights(folder)),
            "portfolios" => folder => PortfolioTable.Of(Nights(folder)),
            "bytes" => folder => NightTables.Bytes(Nights(folder)),
            "growth" => folder => GrowthResults.Read(Path.Combine(folder, "growth.json")) is { } growth ? OfGrowth(growth) : "",
            "functions" => folder => FunctionResults.Read(Path.Combine(folder, "functions.json")) is { } found ? OfFunctions(found) : "",
            _ => throw new FormatException($"Table '{name}' found; one of nights, stages, scale, floors, portfolios, bytes, growth, functions expected."),
        };
        var parts = folders.Select(table).Where(part => part.Length > 0).ToList();
        return parts.Count > 0 ? string.Join('\n', parts) : "\nNot measured yet.\n\n";
    }

    /// <summary>Where and when, the line above a table.</summary>
    public static string Place(MachineFacts machine, string measured, Versions versions) => Text(
        $"\n{machine.Cpu}, {machine.Cores} cores, {machine.MemoryGigabytes} GiB{(machine.HugePages > 0 ? $", {machine.HugePages:N0} huge pages" : "")}; {machine.DotNet}, {versions.PostgreSql}; commit {versions.Program}, {measured}\n\n");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static List<NightResults> Nights(string folder, bool withPdfs = true) =>
    [
        .. Directory.EnumerateFiles(folder, "night-*.json").Where(file => file.EndsWith("-no-pdf.json", StringComparison.Ordinal) != withPdfs)
            .Select(file => NightResults.Read(file)!).OrderBy(night => night.Accounts),
    ];

    private static string OfGrowth(GrowthResults growth)
    {
        var table = new StringBuilder(Place(growth.Machine, growth.Measured, growth.Versions));
        table.Append(Text($"{growth.Accounts:N0} accounts, statement days spread over the month, every night run, without PDFs. ")).
            Append(Text($"A night of the last two cycles takes **{growth.LastToSecond:F2} times** one of the second and third.\n\n"));
        table.Append("| cycle | a night, median | its nights together | postings | statements | journal rows | store |\n|---|---|---|---|---|---|---|\n");
        foreach (var cycle in growth.Cycles.Where(cycle => cycle.Cycle <= 3 || cycle.Cycle % 6 == 0))
        {
            table.Append(Text($"| {cycle.Cycle} | {cycle.NightSeconds.Median:F2} s | {cycle.AllNightsSeconds:F0} s | {cycle.Postings:N0} | {cycle.Statements:N0} | {cycle.JournalRows:N0} | {cycle.StoreBytes >> 20:N0} MiB |\n"));
        }

        return table.Append('\n').ToString();
    }

    private static string OfFunctions(FunctionResults found)
    {
        var table = new StringBuilder(Place(found.Machine, found.Measured, found.Versions));
        table.Append("| one operation | median | standard deviation | allocated |\n|---|---|---|---|\n");
        foreach (var function in found.Functions)
        {
            table.Append(Text($"| {function.Name} | {Time(function.Nanoseconds)} | {Time(function.Deviation)} | {function.AllocatedBytes:N0} B |\n"));
        }

        return table.Append('\n').ToString();
    }

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => Text($"{nanoseconds:F1} ns"),
        < 1_000_000 => Text($"{nanoseconds / 1_000:F2} µs"),
        _ => Text($"{nanoseconds / 1_000_000:F2} ms"),
    };
}
