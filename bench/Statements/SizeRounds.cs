using System.Globalization;
using Cycle.Bench.Machine;
using Cycle.Rendering;

namespace Cycle.Bench.Statements;

/// <summary>
/// Draws each size of statement in rounds: with one thread, with two, and as the bare loop. All three in turns, so that a busy minute of
/// the machine hits all alike.
/// </summary>
internal static class SizeRounds
{
    public static List<SizeResult> Run(IReadOnlyList<Corpus> corpora, Theme theme, int rounds, TimeSpan round)
    {
        var results = new List<SizeResult>();
        foreach (var corpus in corpora)
        {
            results.Add(Measure(corpus, theme, rounds, round));
            Console.WriteLine(Words(results[^1]));
        }

        return results;
    }

    private static SizeResult Measure(Corpus corpus, Theme theme, int rounds, TimeSpan round)
    {
        Work Ours()
        {
            var renderer = new StatementRenderer(theme);
            return new(() => renderer.Render(corpus.Document), renderer);
        }

        Work Bare()
        {
            var loop = new BareLoop([corpus.Texts]);
            return new(() => loop.Draw(), loop);
        }

        // Warm-up: the runtime compiles what is hot once more.
        Pace.Measure(1, round, Ours);
        Memory.ResetPeak();
        var (one, two, bare) = (new List<Pace>(), new List<Pace>(), new List<Pace>());
        for (var at = 0; at < rounds; at++)
        {
            one.Add(Pace.Measure(1, round, Ours));
            two.Add(Pace.Measure(2, round, Ours));
            bare.Add(Pace.Measure(1, round, Bare));
        }

        return Result(corpus, one, two, bare);
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
}
