namespace Cycle.Jobs.Runs;

/// <summary>Says every few seconds that this process works on a run, and stops the work when it is asked to or when the run was taken over.</summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _beating;

    private Heartbeat(RunTenure tenure, WorkerPresence presence, CancellationTokenSource stop) =>
        _beating = BeatAsync(tenure, presence, stop);

    /// <summary>Whether another process has taken the run over.</summary>
    public bool HasLostRun { get; private set; }

    public static Heartbeat Start(RunTenure tenure, WorkerPresence presence, CancellationTokenSource stop) =>
        new(tenure, presence, stop);

    /// <summary>Ends the beating; nothing is written by it after this returns.</summary>
    public async Task StopAsync()
    {
        await _end.CancelAsync();
        await _beating;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _end.Dispose();
    }

    private async Task BeatAsync(RunTenure tenure, WorkerPresence presence, CancellationTokenSource stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(WorkerPresence.Interval, _end.Token);
                if (await BeatOnceAsync(tenure, presence))
                {
                    await stop.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
        catch (LeaseLostException)
        {
            HasLostRun = true;
            await stop.CancelAsync();
        }
    }

    /// <summary>A beat that fails is not the last one: the work tries again what passes by itself, and must not be taken for silent meanwhile.</summary>
    private async Task<bool> BeatOnceAsync(RunTenure tenure, WorkerPresence presence)
    {
        try
        {
            var isStopping = await tenure.BeatAsync(_end.Token);
            await presence.BeatAsync(_end.Token);
            return isStopping;
        }
        catch (Npgsql.NpgsqlException)
        {
            // When it does not pass, the work meets the same fault and says it better.
            return false;
        }
    }
}
