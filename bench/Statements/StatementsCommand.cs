using System.Globalization;
using Cycle.Bench.Machine;
using Cycle.Rendering;

namespace Cycle.Bench.Statements;

/// <summary>
/// The verb <c>statements</c>: how fast statements are drawn, against a bare loop over Pango and Cairo and against a browser; how two
/// threads scale; how much memory it takes.
/// </summary>
internal static class StatementsCommand
{
    public const string Usage =
        "statements [--rounds N] [--seconds S a round] [--soak N statements, 0 for none] [--results DIR]; what a run leaves out is kept from the file that is there";

    private const double BrowserSeconds = 8;

    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        if (!TryParse(words, out var rounds, out var seconds, out var soak, out var folder))
        {
            Console.Error.WriteLine($"Found '{string.Join(' ', words)}'; expected: {Usage}");
            return 2;
        }

        var machine = MachineFacts.Read();
        var file = Path.Combine(folder, machine.Folder, "statements.json");
        var before = StatementResults.Read(file);
        var load = MachineFacts.LoadAverage();
        if (load > 0.5)
        {
            Console.WriteLine($"The machine is busy (load {load:F1}): rates by the wall will be low; those by CPU time hold better.");
        }

        var theme = Theme.Shipped();
        var corpora = Corpus.All(theme);
        var sizes = rounds == 0 ? before?.Sizes ?? [] : Sizes(corpora, theme, rounds, TimeSpan.FromSeconds(seconds));
        var browser = rounds == 0 ? before?.Browser : await BrowserAsync(corpora[0], sizes[0], rounds) ?? before?.Browser;
        var soaked = soak == 0 ? before?.Soak : Soak.Run(soak, theme, corpora[0].Document, Console.WriteLine);
        using var renderer = new StatementRenderer(theme);
        var measured = rounds == 0 && before is not null ? (before.Measured, before.LoadBefore, before.Rounds, before.SecondsARound)
            : (DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), load, rounds, seconds);
        new StatementResults(measured.Item1, machine, measured.Item2, renderer.DrawnWith, measured.Item3, measured.Item4, sizes, browser, soaked).Write(file);
        Console.WriteLine($"Written to {file}");
        return 0;
    }

    private static List<SizeResult> Sizes(IReadOnlyList<Corpus> corpora, Theme theme, int rounds, TimeSpan round)
    {
        var results = new List<SizeResult>();
        foreach (var corpus in corpora)
        {
            Work Ours()
            {
                var renderer = new StatementRenderer(theme);
                return new(() => renderer.Render(corpus.Document), renderer);
            }

            Work Bare()
            {
                var loop = new BareLoop(corpus.Texts);
                return new(() => loop.Draw(), loop);
            }

            // Warm-up: the runtime compiles what is hot once more. Then in turns, so that a busy minute of the machine hits all alike.
            Pace.Measure(1, round, Ours);
            Memory.ResetPeak();
            var (one, two, bare) = (new List<Pace>(), new List<Pace>(), new List<Pace>());
            for (var at = 0; at < rounds; at++)
            {
                one.Add(Pace.Measure(1, round, Ours));
                two.Add(Pace.Measure(2, round, Ours));
                bare.Add(Pace.Measure(1, round, Bare));
            }

            results.Add(Result(corpus, one, two, bare));
            Console.WriteLine(Words(results[^1]));
        }

        return results;
    }

    /// <summary>Ratios are those of turns, and then the middle one: within a turn the machine is the same one, from turn to turn it may not be.</summary>
    private static SizeResult Result(Corpus corpus, List<Pace> one, List<Pace> two, List<Pace> bare)
    {
        var (alone, together, loop) = (Pace.MedianOf(one), Pace.MedianOf(two), Pace.MedianOf(bare));
        var (ofLoop, ofOne) = (Pace.MedianOf([.. one.Zip(bare, Pace.Over)]), Pace.MedianOf([.. two.Zip(one, Pace.Over)]));
        return new(
            corpus.Name, corpus.Pages, corpus.Texts.Count, corpus.Bytes,
            Math.Round(alone.PerCpuSecond, 1), Math.Round(loop.PerCpuSecond, 1), Math.Round(ofLoop.PerCpuSecond, 2),
            Math.Round(alone.PerSecond, 1), Math.Round(together.PerSecond, 1), Math.Round(ofOne.PerSecond, 2),
            Math.Round(2 * ofOne.PerCpuSecond, 2), Memory.PeakMegabytes());
    }

    private static string Words(SizeResult size) => string.Create(
        CultureInfo.InvariantCulture,
        $"{size.Name}: {size.PerSecondAndCore} a second and core, {size.ShareOfBareLoop} of the bare loop; two threads {size.ScalingToTwoThreads} times by the wall, {size.ScalingToTwoThreadsByCpuTime} by CPU time; peak {size.PeakResidentMegabytes} MiB");

    private static async Task<BrowserResult?> BrowserAsync(Corpus corpus, SizeResult ours, int rounds)
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
            await using var browser = await Chromium.StartAsync(program);
            for (var warm = 0; warm < 5; warm++)
            {
                await browser.PrintAsync(page);
            }

            var (paces, printed) = (new List<Pace>(), 0);
            for (var round = 0; round < rounds; round++)
            {
                var (watch, cpu, before) = (System.Diagnostics.Stopwatch.StartNew(), browser.CpuTime(), printed);
                while (watch.Elapsed.TotalSeconds < BrowserSeconds / 2)
                {
                    await browser.PrintAsync(page);
                    printed++;
                }

                paces.Add(new((printed - before) / watch.Elapsed.TotalSeconds, (printed - before) / (browser.CpuTime() - cpu).TotalSeconds));
            }

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

    private static bool TryParse(IReadOnlyList<string> words, out int rounds, out double seconds, out int soak, out string folder)
    {
        (rounds, seconds, soak) = (3, 3, 0);
        folder = Path.Combine(Environment.GetEnvironmentVariable("CYCLE_HOME") ?? Environment.CurrentDirectory, "bench", "results");
        for (var at = 0; at + 1 < words.Count; at += 2)
        {
            var value = words[at + 1];
            var known = words[at] switch
            {
                "--rounds" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out rounds),
                "--seconds" => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds) && seconds > 0,
                "--soak" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out soak) && (soak == 0 || soak >= 10),
                "--results" => (folder = value).Length > 0,
                _ => false,
            };
            if (!known)
            {
                return false;
            }
        }

        return words.Count % 2 == 0;
    }
}
