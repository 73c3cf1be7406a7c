using System.Diagnostics;

namespace Cycle.Bench.Statements;

/// <summary>Prints the strings of a statement from HTML with headless Chromium, in rounds, to hold our pace against.</summary>
internal static class BrowserRounds
{
    private const int WarmUps = 5;
    private const double SecondsARound = 4;

    /// <summary>Prints one page after another in one open browser.</summary>
    /// <returns>Null when Chromium is not installed.</returns>
    public static async Task<BrowserResult?> RunAsync(Corpus corpus, SizeResult ours, int rounds)
    {
        if (Chromium.Find() is not { } program)
        {
            Console.WriteLine("Chromium is not installed: the comparison with a browser is left out. apt-get install chromium brings it.");
            return null;
        }

        var page = Path.Combine(Path.GetTempPath(), $"cycle-bench-{Environment.ProcessId}.html");
        await File.WriteAllTextAsync(page, HtmlPage.Of(corpus));
        try
        {
            var (paces, printed) = await PrintAsync(program, page, rounds);
            var pace = Pace.MedianOf(paces);
            Console.WriteLine($"Chromium: {pace.PerSecond:F1} a second, {pace.PerCpuSecond:F1} a second and core");
            return new(
                Chromium.VersionOf(program), corpus.Name, printed, Math.Round(pace.PerSecond, 1), Math.Round(pace.PerCpuSecond, 1),
                Math.Round(ours.PerSecondAndCore / pace.PerCpuSecond, 1), Math.Round(ours.PerSecondOneThread / pace.PerSecond, 1));
        }
        finally
        {
            File.Delete(page);
        }
    }

    private static async Task<(List<Pace> Paces, int Printed)> PrintAsync(string program, string page, int rounds)
    {
        await using var browser = await Chromium.StartAsync(program);
        for (var warm = 0; warm < WarmUps; warm++)
        {
            await browser.PrintAsync(page);
        }

        var (paces, printed) = (new List<Pace>(), 0);
        for (var round = 0; round < rounds; round++)
        {
            var (watch, cpu, before) = (Stopwatch.StartNew(), browser.CpuTime(), printed);
            while (watch.Elapsed.TotalSeconds < SecondsARound)
            {
                await browser.PrintAsync(page);
                printed++;
            }

            paces.Add(new((printed - before) / watch.Elapsed.TotalSeconds, (printed - before) / (browser.CpuTime() - cpu).TotalSeconds));
        }

        return (paces, printed);
    }
}
