using System.Text.Encodings.Web;
using System.Text.Json;
using Cycle.Bench.Machine;

namespace Cycle.Bench.Nights;

/// <summary>A step's medians.</summary>
internal sealed record StageResult(string Name, Spread Seconds, long Units, string UnitName, double PerSecond);

/// <summary>Intake against raw COPY.</summary>
internal sealed record IntakeResult(Spread PerSecond, Spread FloorPerSecond, Spread Ratio, Spread RatioWithIndexes);

/// <summary>The close against COPY out and in.</summary>
internal sealed record CloseResult(Spread AccountsPerSecond, Spread FloorOutSeconds, Spread FloorInSeconds, Spread Ratio);

/// <summary>What <c>bench night</c> found for one size: the file that published figures come from.</summary>
internal sealed record NightResults(
    string Measured, MachineFacts Machine, double LoadBefore, Versions Versions, int Accounts, int PostingsAnAccount, int Workers, int Rounds,
    long Rows, long Statements, long JournalRows, long Messages, bool DrawsPdfs, IReadOnlyList<StageResult> Stages, Spread NightSeconds,
    double MicrosecondsAnAccount, Spread ProcessSeconds, int ProgramPeakMegabytes, Spread ProgramCpuSeconds, int ServerPeakMegabytes,
    Spread ServerCpuSeconds, long WalBytes, long StoreBytes, long PdfBytes, IntakeResult? Intake, CloseResult? Close)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The medians of rounds.</summary>
    public static NightResults Of(int accounts, NightOptions options, double load, IReadOnlyList<NightRound> rounds)
    {
        var facts = rounds[0].Facts;
        var night = Spread.Of(rounds.Select(round => round.Facts.Seconds));
        return new(
            $"{DateTime.UtcNow:yyyy-MM-dd}", MachineFacts.Read(), load, Versions.Read(), accounts, options.Postings, options.Workers, rounds.Count,
            facts.Rows, facts.Statements, facts.JournalRows, facts.Messages, options.DrawsPdfs,
            [.. facts.Stages.Select((stage, at) => Stage(stage, rounds.Select(round => round.Facts.Stages[at].Seconds), facts))], night,
            Math.Round(night.Median * 1_000_000 / accounts), Spread.Of(rounds.Select(round => round.Process.Seconds)),
            rounds.Max(round => round.Process.PeakMegabytes), Spread.Of(rounds.Select(round => round.Process.CpuSeconds)),
            rounds.Max(round => round.Process.ServerPeakMegabytes), Spread.Of(rounds.Select(round => round.Process.ServerCpuSeconds)),
            Middle(rounds.Select(round => round.WalBytes)), Middle(rounds.Select(round => round.StoreBytes)), Middle(rounds.Select(round => round.PdfBytes)),
            rounds[0].Intake is null ? null : OfIntake(rounds), rounds[0].Close is null ? null : OfClose(rounds));
    }

    /// <summary>Reads a result; null when there is none.</summary>
    public static NightResults? Read(string file) =>
        File.Exists(file) ? JsonSerializer.Deserialize<NightResults>(File.ReadAllBytes(file), Format) : null;

    /// <summary>Writes it, the folder too when it is missing.</summary>
    public void Write(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(this, Format) + "\n");
    }

    private static StageResult Stage(StageTaken stage, IEnumerable<double> seconds, NightFacts facts)
    {
        var (units, name) = stage.Name switch
        {
            "intake" => (facts.Rows, "rows"),
            "render" => (facts.Statements, "PDFs"),
            "alerts" or "send" => (facts.Messages, "messages"),
            _ => (stage.Units, "accounts"),
        };
        var spread = Spread.Of(seconds, 3);
        return new(stage.Name, spread, units, name, spread.Median > 0 ? Math.Round(units / spread.Median) : 0);
    }

    private static IntakeResult OfIntake(IReadOnlyList<NightRound> rounds) => new(
        Spread.Of(rounds.Select(round => round.Facts.Rows / Seconds(round, "intake")), 0),
        Spread.Of(rounds.Select(round => round.Intake!.Rows / round.Intake!.KeyedSeconds), 0),
        Spread.Of(rounds.Select(round => round.Intake!.KeyedSeconds / Seconds(round, "intake"))),
        Spread.Of(rounds.Select(round => round.Intake!.IndexedSeconds / Seconds(round, "intake"))));

    private static CloseResult OfClose(IReadOnlyList<NightRound> rounds) => new(
        Spread.Of(rounds.Select(round => round.Facts.Stages.Single(stage => stage.Name == "close").Units / Seconds(round, "close")), 0),
        Spread.Of(rounds.Select(round => round.Close!.OutSeconds)), Spread.Of(rounds.Select(round => round.Close!.InSeconds)),
        Spread.Of(rounds.Select(round => round.Close!.Seconds / Seconds(round, "close"))));

    private static double Seconds(NightRound round, string stage) => round.Facts.Stages.Single(taken => taken.Name == stage).Seconds;

    private static long Middle(IEnumerable<long> values) => (long)Spread.Of(values.Select(value => (double)value), 0).Median;
}
