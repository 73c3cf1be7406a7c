using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Jobs.Workers;

/// <summary>
/// Outlives faults of the database, all loops of a worker as one: the first that meets a fault says it, waits, and has a private server
/// that died started again; the others wait with it.
/// </summary>
/// <param name="revive">Starts a private server again; does nothing about a server of somebody else's.</param>
/// <param name="log">Told of faults.</param>
internal sealed class WorkerRetries(Func<CancellationToken, Task> revive, IWorkerLog log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private Task _outage = Task.CompletedTask;
    private TimeSpan _pause = FirstPause;
    private long? _wentOnAt;

    /// <summary>Works, and begins anew after each fault of the database, until cancelled.</summary>
    /// <param name="work">One loop of the worker.</param>
    /// <param name="cancellationToken">Ends it, also while it waits.</param>
    public async Task RunAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await work();
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException fault)
            {
                await OutlastedAsync(fault, cancellationToken);
            }
        }
    }

    private Task OutlastedAsync(NpgsqlException fault, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _outage.IsCompleted ? _outage = OutlastAsync(fault, cancellationToken) : _outage;
        }
    }

    private async Task OutlastAsync(NpgsqlException fault, CancellationToken cancellationToken)
    {
        // Faults that follow upon each other are one outage, waited for longer each time.
        var hasWorked = _wentOnAt is not { } at || Environment.TickCount64 - at > LongestPause.TotalMilliseconds;
        _pause = hasWorked ? FirstPause : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, LongestPause.Ticks));
        log.Fault($"The database cannot be used: {CardNumberMask.MaskLongDigits(fault.Message)}. Trying again in {_pause.TotalSeconds:0} s.");
        await Task.Delay(_pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!cancellationToken.IsCancellationRequested)
        {
            await ReviveAsync(cancellationToken);
        }

        _wentOnAt = Environment.TickCount64;
    }

    private async Task ReviveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await revive(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to end while the server started; whoever needs it next starts it.
        }
        catch (Exception fault)
        {
            // A disk that is full, say: it may have room again at the next try.
            log.Fault($"The database cannot be started again: {CardNumberMask.MaskLongDigits(fault.Message)}");
        }
    }
}
