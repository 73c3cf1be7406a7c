using System.Collections.Concurrent;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Jobs.Workers;

/// <summary>The nights a worker takes parts of, each read once.</summary>
/// <param name="database">The store.</param>
/// <param name="settings">What nights are run with here, but for their tariff.</param>
internal sealed class WorkerNights(NpgsqlDataSource database, NightSettings settings)
{
    private const int Kept = 16;
    private readonly ConcurrentDictionary<long, Task<Night>> _nights = new();

    /// <summary>The partitions that lanes are at.</summary>
    public PartitionHolds Holds { get; } = new(settings.LongestPartition);

    /// <summary>The night of a run. A night resumed under other terms has another build or the same tariff, so what was read stays true.</summary>
    public async Task<Night> OfAsync(long runId, CancellationToken cancellationToken)
    {
        if (_nights.Count > Kept)
        {
            _nights.Clear();
        }

        var night = _nights.GetOrAdd(runId, id => ReadAsync(id, cancellationToken));
        try
        {
            return await night;
        }
        catch
        {
            _nights.TryRemove(new(runId, night));
            throw;
        }
    }

    private async Task<Night> ReadAsync(long runId, CancellationToken cancellationToken) =>
        await NightOfRun.ReadAsync(database, runId, settings, tariff: null, cancellationToken) with { Holds = Holds };
}
