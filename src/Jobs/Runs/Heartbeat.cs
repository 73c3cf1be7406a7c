namespace Cycle.Jobs.Runs;

/// <summary>Says every few seconds that this process works on a run, and stops the work when it is asked to or when the run was taken over.</summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _beating;

    private Heartbeat(RunClaims claims, ClaimedRun run, CancellationTokenSource stop) => _beating = BeatAsync(claims, run, stop);

    /// <summary>Whether another process has taken the run over.</summary>
    public bool HasLostRun { get; private set; }

    public static Heartbeat Start(RunClaims claims, ClaimedRun run, CancellationTokenSource stop) => new(claims, run, stop);

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

    private async Task BeatAsync(RunClaims claims, ClaimedRun run, CancellationTokenSource stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Interval, _end.Token);
                if (await BeatOnceAsync(claims, run))
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
    private async Task<bool> BeatOnceAsync(RunClaims claims, ClaimedRun run)
    {
        try
        {
            return await claims.BeatAsync(run, _end.Token);
        }
        catch (Npgsql.NpgsqlException)
        {
            // When it does not pass, the work meets the same fault and says it better.
            return false;
        }
    }
}
