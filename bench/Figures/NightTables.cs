using System.Text;
using Cycle.Bench.Nights;
using static Cycle.Bench.Figures.FigureTables;

namespace Cycle.Bench.Figures;

/// <summary>The tables of measured nights.</summary>
internal static class NightTables
{
    /// <summary>A row a size: the figures that a reader asks for first.</summary>
    public static string Sizes(IReadOnlyList<NightResults> nights) => Table(
        nights, "| accounts | rows taken in | intake, rows a second | accounts closed a second | PDFs a second | whole night | an account | program, peak |",
        night => Text($"| {night.Accounts:N0} | {night.Rows:N0} | {PerSecond(night, "intake"):N0} | {PerSecond(night, "close"):N0} | {PerSecond(night, "render"):N0} | {Duration(night.NightSeconds.Median)} | {night.MicrosecondsAnAccount:N0} µs | {night.ProgramPeakMegabytes} MiB |\n"));

    /// <summary>A row a size of nights without PDFs: how the cost of an account and the memory grow with the portfolio.</summary>
    public static string Scale(IReadOnlyList<NightResults> nights) => Table(
        nights, "| accounts | rows taken in | intake, rows a second | accounts closed a second | whole night | an account | times the smallest's | program, peak | server, peak |",
        night => Text($"| {night.Accounts:N0} | {night.Rows:N0} | {PerSecond(night, "intake"):N0} | {PerSecond(night, "close"):N0} | {Duration(night.NightSeconds.Median)} | {night.MicrosecondsAnAccount:N0} µs | {night.MicrosecondsAnAccount / nights[0].MicrosecondsAnAccount:F2} | {night.ProgramPeakMegabytes} MiB | {night.ServerPeakMegabytes:N0} MiB |\n"));

    /// <summary>A row a size: how near each stage comes to its floor.</summary>
    public static string Floors(IReadOnlyList<NightResults> nights) => Table(
        nights, "| accounts | intake of raw COPY, keyed | of raw COPY, all indexes | close of COPY out and in | render of the bare loop | by CPU time |",
        night => Text($"| {night.Accounts:N0} | {Of(night.Intake?.Ratio)} | {Of(night.Intake?.RatioWithIndexes)} | {Of(night.Close?.Ratio)} | {Of(night.Render?.Ratio)} | {Of(night.Render?.RatioByCpu)} |\n"));

    /// <summary>A row a size: what is written.</summary>
    public static string Bytes(IReadOnlyList<NightResults> nights) => Table(
        nights, "| accounts | write-ahead log | store grows by | PDFs | program, CPU | server, CPU | server, peak memory |",
        night => Text($"| {night.Accounts:N0} | {night.WalBytes >> 20:N0} MiB | {night.StoreBytes >> 20:N0} MiB | {night.PdfBytes >> 20:N0} MiB | {night.ProgramCpuSeconds.Median:N0} s | {night.ServerCpuSeconds.Median:N0} s | {night.ServerPeakMegabytes:N0} MiB |\n"));

    /// <summary>Where the time goes, stage by stage, for each size.</summary>
    public static string Stages(IReadOnlyList<NightResults> nights)
    {
        var text = new StringBuilder();
        foreach (var night in nights)
        {
            text.Append(Place(night.Machine, night.Measured, night.Versions));
            text.Append(Text($"{night.Accounts:N0} accounts, {night.Rows:N0} rows, {night.Statements:N0} statements, {night.Messages:N0} messages, {night.JournalRows:N0} journal rows; {night.Workers} workers, {night.Rounds} rounds.\n\n"));
            text.Append("| stage | median | least to most | of the night | a second | program, CPU | server, CPU |\n|---|---|---|---|---|---|---|\n");
            foreach (var stage in night.Stages)
            {
                text.Append(Text($"| {stage.Name} | {stage.Seconds.Median:F2} s | {stage.Seconds.Least:F2} to {stage.Seconds.Most:F2} s | {100 * stage.Seconds.Median / night.NightSeconds.Median:F0} % | {stage.PerSecond:N0} {stage.UnitName} | {stage.ProgramCpuSeconds:F1} s | {stage.ServerCpuSeconds:F1} s |\n"));
            }

            text.Append(Text($"| **whole night** | **{night.NightSeconds.Median:F2} s** | {night.NightSeconds.Least:F2} to {night.NightSeconds.Most:F2} s | | {night.Accounts / night.NightSeconds.Median:N0} accounts | {night.ProgramCpuSeconds.Median:F1} s | {night.ServerCpuSeconds.Median:F1} s |\n\n"));
        }

        return text.ToString();
    }

    private static string Table(IReadOnlyList<NightResults> nights, string head, Func<NightResults, string> row)
    {
        if (nights.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var alike in nights.GroupBy(night => (night.Machine, night.Versions.PostgreSql)))
        {
            var commits = string.Join(", ", alike.Select(night => night.Versions.Program).Distinct());
            var dates = string.Join(", ", alike.Select(night => night.Measured).Distinct());
            text.Append(Place(alike.Key.Machine, dates, new(commits, alike.Key.PostgreSql)));
        }

        text.Append(head).Append('\n').Append('|').Insert(text.Length, "---|", head.Count(sign => sign == '|') - 1).Append('\n');
        foreach (var night in nights)
        {
            text.Append(row(night));
        }

        return text.Append('\n').ToString();
    }

    private static double PerSecond(NightResults night, string stage) => night.Stages.Single(taken => taken.Name == stage).PerSecond;

    private static string Of(Spread? ratio) => ratio is null ? "-" : Text($"{ratio.Median:F2}");

    private static string Duration(double seconds) => seconds < 120 ? Text($"{seconds:F1} s") : Text($"{(int)Math.Round(seconds) / 60} min {(int)Math.Round(seconds) % 60} s");
}
