using System.Globalization;

namespace Cycle.Bench.Nights;

/// <summary>What was measured, in words for the terminal.</summary>
internal static class NightWords
{
    public static string Of(NightRound round)
    {
        var stages = string.Join(", ", round.Facts.Stages.Where(stage => stage.Seconds >= 0.1).Select(stage => Text($"{stage.Name} {stage.Seconds:F1} s")));
        return Text($"night {round.Facts.Seconds:F1} s ({stages}); program {round.Process.PeakMegabytes} MiB, {round.Process.CpuSeconds:F1} s CPU; server {round.Process.ServerPeakMegabytes} MiB, {round.Process.ServerCpuSeconds:F1} s CPU{Floors(round)}");
    }

    public static string Of(NightResults result)
    {
        var lines = result.Stages.Where(stage => stage.Seconds.Median >= 0.01)
            .Select(stage => Text($"  {stage.Name,-14} {stage.Seconds.Median,9:F2} s   {stage.Units,9} {stage.UnitName,-10} {stage.PerSecond,9:F0} a second   CPU: program {stage.ProgramCpuSeconds:F1} s, server {stage.ServerCpuSeconds:F1} s"));
        return string.Join(
            '\n',
            [
                Text($"{result.Accounts} accounts, {result.Rows} rows, {result.Statements} statements, medians of {result.Rounds} rounds"),
                .. lines,
                Text($"  {"whole night",-14} {result.NightSeconds.Median,9:F2} s   {result.MicrosecondsAnAccount,9:F0} microseconds an account"),
                Text($"  memory: program {result.ProgramPeakMegabytes} MiB, server {result.ServerPeakMegabytes} MiB"),
                result.Intake is { } intake ? Text($"  intake: {intake.Ratio.Median:F2} of a raw COPY into the keyed table ({intake.FloorPerSecond.Median:F0} rows a second), {intake.RatioWithIndexes.Median:F2} of one into all its indexes") : "",
                result.Close is { } close ? Text($"  close: {close.Ratio.Median:F2} of COPY out and in ({close.FloorOutSeconds.Median:F2} s + {close.FloorInSeconds.Median:F2} s)") : "",
                result.Render is { } render ? Text($"  render: {render.Ratio.Median:F2} of the bare loop on as many threads ({render.FloorPerSecond.Median:F0} a second), {render.RatioByCpu.Median:F2} by CPU time") : "",
            ]);
    }

    private static string Floors(NightRound round) => round is { Intake: { } intake, Close: { } close }
        ? Text($"; floors: raw COPY {intake.KeyedSeconds:F2} s keyed, {intake.IndexedSeconds:F2} s with indexes; close {close.OutSeconds:F2} + {close.InSeconds:F2} s") + (round.Render is { } bare ? Text($"; bare loop {bare.PerSecond:F0} a second") : "")
        : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
