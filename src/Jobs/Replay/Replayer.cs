namespace Cycle.Jobs.Replay;

/// <summary>Replays cases, several at once, each on a store of its own that is gone afterwards.</summary>
/// <param name="admin">A connection string to the server, as a user that may make databases.</param>
/// <param name="options">How cases are replayed.</param>
public sealed class Replayer(string admin, ReplayOptions options)
{
    /// <summary>Replays cases in no particular order; results come in the order of the cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="lanes">How many at once, 1 or more.</param>
    /// <param name="cancellationToken">Ends the replay.</param>
    public async IAsyncEnumerable<ReplayResult> RunAsync(
        IReadOnlyList<FixtureCase> cases,
        int lanes,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var results = cases.Select(_ => new TaskCompletionSource<ReplayResult>()).ToArray();
        var next = -1;
        var work = Enumerable.Range(0, Math.Min(lanes, cases.Count)).Select(lane => Task.Run(
            async () =>
            {
                await using var store = await ReplayStore.MakeAsync(admin, lane, cancellationToken);
                for (var i = Interlocked.Increment(ref next); i < cases.Count; i = Interlocked.Increment(ref next))
                {
                    await store.ClearAsync(cancellationToken);
                    await RunOneAsync(store, cases[i], results[i], cancellationToken);
                }
            },
            cancellationToken)).ToArray();
        var all = Task.WhenAll(work);
        foreach (var result in results)
        {
            await Task.WhenAny(result.Task, all);
            if (!result.Task.IsCompleted)
            {
                await all;
            }

            yield return await result.Task;
        }

        await all;
    }

    private async Task RunOneAsync(
        ReplayStore store, FixtureCase fixture, TaskCompletionSource<ReplayResult> result, CancellationToken cancellationToken)
    {
        try
        {
            result.SetResult(await new CaseReplay(store.Database, options).RunAsync(fixture, cancellationToken));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One case that cannot be replayed must not hide how the others go.
            result.SetResult(new(fixture.Name, fixture.Title, 0, [fault.Message]));
        }
    }
}
