using System.Diagnostics;

namespace Cycle.Bench.Nights;

/// <summary>What a process took.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="CpuSeconds">Of all its threads.</param>
/// <param name="PeakMegabytes">Most resident memory it ever had, as the kernel counts it.</param>
/// <param name="ServerPeakMegabytes">Most memory of the server's processes together; pages they share are counted once.</param>
/// <param name="ServerCpuSeconds">CPU time of the server's processes that lived while the night ran.</param>
/// <param name="Cpu">Both over time.</param>
internal sealed record ProcessTaken(
    double Seconds, double CpuSeconds, int PeakMegabytes, int ServerPeakMegabytes, double ServerCpuSeconds, CpuTimeline Cpu);

/// <summary>Runs the measured night in the real program, as a process of its own, and watches it from outside.</summary>
internal static class NightProcess
{
    private const int ExitDone = 0, ExitDoneWithRejects = 4;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MemoryGlance = TimeSpan.FromSeconds(3);

    /// <exception cref="InvalidOperationException">The night failed; with the program's last words.</exception>
    public static async Task<ProcessTaken> RunAsync(string inbox, string output, NightOptions options, int serverProcessId)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in options.DrawsPdfs ? Program(inbox, output, options) : PlainNight.Words(inbox, output, options))
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["CYCLE_VAR"] = BenchHome.Var;
        start.Environment["CYCLE_HOME"] = BenchHome.Root;
        start.Environment["CYCLE_THEME"] = Path.Combine(BenchHome.Root, "theme");
        start.Environment.Remove("CYCLE_DB");
        start.Environment.Remove("CYCLE_SETTINGS");
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (server, cpu) = (new ServerWatch(serverProcessId), new CpuTimeline());
        var (peak, used, nextMemory) = (0, 0.0, TimeSpan.Zero);
        var ended = process.WaitForExitAsync();
        do
        {
            peak = Math.Max(peak, ProcessFiles.PeakMegabytes(process.Id));
            used = Math.Max(used, ProcessFiles.CpuSeconds(process.Id));
            server.Look(withMemory: watch.Elapsed >= nextMemory);
            nextMemory = watch.Elapsed >= nextMemory ? watch.Elapsed + MemoryGlance : nextMemory;
            cpu.Add(DateTime.UtcNow, used, server.CpuSeconds);
        }
        while (await Task.WhenAny(ended, Task.Delay(Glance)) != ended);

        var taken = new ProcessTaken(watch.Elapsed.TotalSeconds, used, peak, server.PeakMegabytes, server.CpuSeconds, cpu);
        return process.ExitCode is ExitDone or ExitDoneWithRejects
            ? taken
            : throw new InvalidOperationException($"The night ended with exit code {process.ExitCode}.\n{await said}\n{await complained}");
    }

    private static List<string> Program(string inbox, string output, NightOptions options)
    {
        List<string> words =
        [
            BenchHome.Program, "run", "NIGHT", "--date", $"{NightDays.Measured:yyyy-MM-dd}", "--inbox", inbox, "--out", output,
            "--database", NightStore.RoundName, "--workers", $"{options.Workers}",
        ];
        return options.Partition > 0 ? [.. words, "--partition", $"{options.Partition}"] : words;
    }
}
