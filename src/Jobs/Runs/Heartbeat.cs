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
                if (await claims.BeatAsync(run, _end.Token))
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
        catch (Npgsql.NpgsqlException)
        {
            // The work itself meets the same fault and says it better.
        }
    }
}
