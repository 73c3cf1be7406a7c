using Cycle.Bench.Machine;

namespace Cycle.Bench.Nights;

/// <summary>A step's medians.</summary>
internal sealed record StageResult(
    string Name, Spread Seconds, long Units, string UnitName, double PerSecond, double ProgramCpuSeconds, double ServerCpuSeconds);

/// <summary>Intake against raw COPY.</summary>
internal sealed record IntakeResult(Spread PerSecond, Spread FloorPerSecond, Spread Ratio, Spread RatioWithIndexes);

/// <summary>The close against COPY out and in.</summary>
internal sealed record CloseResult(Spread AccountsPerSecond, Spread FloorOutSeconds, Spread FloorInSeconds, Spread Ratio);

/// <summary>Render against the bare drawing loop on as many threads; by CPU time, what else the machine did does not count.</summary>
internal sealed record RenderResult(Spread PerSecond, Spread FloorPerSecond, Spread Ratio, Spread RatioByCpu);

/// <summary>What <c>bench night</c> found for one size: the file that published figures come from.</summary>
internal sealed record NightResults(
    string Measured, MachineFacts Machine, double LoadBefore, Versions Versions, int Accounts, int PostingsAnAccount, int Workers, int Rounds,
    long Rows, long Statements, long JournalRows, long Messages, bool DrawsPdfs, IReadOnlyList<StageResult> Stages, Spread NightSeconds,
    double MicrosecondsAnAccount, Spread ProcessSeconds, int ProgramPeakMegabytes, Spread ProgramCpuSeconds, int ServerPeakMegabytes,
    Spread ServerCpuSeconds, long WalBytes, long StoreBytes, long PdfBytes, IntakeResult? Intake, CloseResult? Close, RenderResult? Render)
{
    /// <summary>The medians of rounds.</summary>
    public static NightResults Of(int accounts, NightOptions options, double load, IReadOnlyList<NightRound> rounds)
    {
        var facts = rounds[0].Facts;
        var night = Spread.Of(rounds.Select(round => round.Facts.Seconds));
        return new(
            $"{DateTime.UtcNow:yyyy-MM-dd}", MachineFacts.Read(), load, Versions.Read(), accounts, options.Postings, options.Workers, rounds.Count,
            facts.Rows, facts.Statements, facts.JournalRows, facts.Messages, options.DrawsPdfs,
            [.. facts.Stages.Select((stage, at) => Stage(stage, [.. rounds.Select(round => round.Facts.Stages[at])], facts))], night,
            Math.Round(night.Median * 1_000_000 / accounts), Spread.Of(rounds.Select(round => round.Process.Seconds)),
            rounds.Max(round => round.Process.PeakMegabytes), Spread.Of(rounds.Select(round => round.Process.CpuSeconds)),
            rounds.Max(round => round.Process.ServerPeakMegabytes), Spread.Of(rounds.Select(round => round.Process.ServerCpuSeconds)),
            Middle(rounds.Select(round => round.WalBytes)), Middle(rounds.Select(round => round.StoreBytes)), Middle(rounds.Select(round => round.PdfBytes)),
            rounds[0].Intake is null ? null : OfIntake(rounds), rounds[0].Close is null ? null : OfClose(rounds),
            rounds[0].Render is null ? null : OfRender(rounds));
    }

    public static NightResults? Read(string file) => ResultFile.Read<NightResults>(file);

    public void Write(string file) => ResultFile.Write(file, this);

    private static StageResult Stage(StageTaken stage, List<StageTaken> taken, NightFacts facts)
    {
        var (units, name) = stage.Name switch
        {
            "intake" => (facts.Rows, "rows"),
            "render" => (facts.Statements, "PDFs"),
            "alerts" or "send" => (facts.Messages, "messages"),
            _ => (stage.Units, "accounts"),
        };
        var spread = Spread.Of(taken.Select(round => round.Seconds), 3);
        return new(stage.Name, spread, units, name, spread.Median > 0 ? Math.Round(units / spread.Median) : 0,
            Spread.Of(taken.Select(round => round.ProgramCpuSeconds)).Median, Spread.Of(taken.Select(round => round.ServerCpuSeconds)).Median);
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

    private static RenderResult OfRender(IReadOnlyList<NightRound> rounds) => new(
        Spread.Of(rounds.Select(round => round.Facts.Statements / Seconds(round, "render")), 0),
        Spread.Of(rounds.Select(round => round.Render!.PerSecond), 0),
        Spread.Of(rounds.Select(round => round.Facts.Statements / Seconds(round, "render") / round.Render!.PerSecond)),
        Spread.Of(rounds.Select(round => round.Facts.Statements / Math.Max(0.01, Taken(round, "render").ProgramCpuSeconds) / round.Render!.PerCpuSecond)));

    private static StageTaken Taken(NightRound round, string stage) => round.Facts.Stages.Single(taken => taken.Name == stage);

    private static double Seconds(NightRound round, string stage) => Taken(round, stage).Seconds;

    private static long Middle(IEnumerable<long> values) => (long)Spread.Of(values.Select(value => (double)value), 0).Median;
}
