using System.Diagnostics;

namespace Cycle.Bench.Statements;

/// <summary>How fast something was done.</summary>
/// <param name="PerSecond">Things a second of the clock on the wall, all threads together.</param>
/// <param name="PerCpuSecond">Things a second of CPU time, everything the process did counted: what one core of its own would do.</param>
internal readonly record struct Pace(double PerSecond, double PerCpuSecond)
{
    /// <summary>Does something over and over.</summary>
    /// <param name="threads">On how many threads.</param>
    /// <param name="atLeast">For how long, at least.</param>
    /// <param name="makeWork">Makes one thread's work and, when disposed, gives it back; called on that thread.</param>
    public static Pace Measure(int threads, TimeSpan atLeast, Func<Work> makeWork)
    {
        using var ready = new CountdownEvent(threads);
        using var start = new ManualResetEventSlim();
        long done = 0;
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            using var work = makeWork();
            work.Do();
            ready.Signal();
            start.Wait();
            var watch = Stopwatch.StartNew();
            long mine = 0;
            while (watch.Elapsed < atLeast)
            {
                work.Do();
                mine++;
            }

            Interlocked.Add(ref done, mine);
        })).ToList();
        workers.ForEach(worker => worker.Start());
        ready.Wait();
        var (wall, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        start.Set();
        workers.ForEach(worker => worker.Join());
        return new(done / wall.Elapsed.TotalSeconds, done / (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    /// <summary>How many times as fast one was as another.</summary>
    public static Pace Over(Pace one, Pace other) => new(one.PerSecond / other.PerSecond, one.PerCpuSecond / other.PerCpuSecond);

    /// <summary>The middle one by CPU time, and the middle one by the wall.</summary>
    public static Pace MedianOf(IReadOnlyCollection<Pace> paces) =>
        new(Median(paces.Select(pace => pace.PerSecond)), Median(paces.Select(pace => pace.PerCpuSecond)));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
