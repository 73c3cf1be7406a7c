using System.Collections.Concurrent;
using System.Diagnostics;

namespace Cycle.Jobs.Runs;

/// <summary>
/// The partitions that lanes of this process are at. Their leases alone are kept: one that a lane gave up, or has been at for longer
/// than any partition takes, goes to another worker though this process lives.
/// </summary>
/// <param name="longest">How long a lane may be at one partition.</param>
public sealed class PartitionHolds(TimeSpan longest)
{
    private readonly ConcurrentDictionary<Partition, long> _since = new();

    /// <summary>A thousand accounts take seconds; whoever is at them for this long hangs.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>How long a lane may be at one partition.</summary>
    public TimeSpan Limit => longest;

    /// <summary>The partitions whose lease is to be kept.</summary>
    public IReadOnlyList<Partition> Kept => [.. _since.Where(held => Stopwatch.GetElapsedTime(held.Value) < longest).Select(held => held.Key)];

    /// <summary>Says that a lane begins on a partition; dispose when it is done with it, however that ends.</summary>
    public IDisposable Take(Partition partition)
    {
        _since[partition] = Stopwatch.GetTimestamp();
        return new Hold(_since, partition);
    }

    private sealed class Hold(ConcurrentDictionary<Partition, long> since, Partition partition) : IDisposable
    {
        public void Dispose() => since.TryRemove(partition, out _);
    }
}
