using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Jobs.Workers;

/// <summary>
/// Takes partitions of whatever nights are being run over this store, until it is told to end. Any number of processes on any machines
/// do so at once; the table of partitions is the queue.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="settings">
/// Of them the folder that PDFs go to, the same one for all workers of a store, as the wording and the gateway of messages should be;
/// how many partitions are worked on at once; what is done before the work goes on after a fault of the database.
/// </param>
/// <param name="role">worker, or serve when the pages run in this process too.</param>
/// <param name="log">Told what is done.</param>
public sealed class WorkerLoop(NpgsqlDataSource database, NightSettings settings, string role, IWorkerLog log)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly WorkerNights _nights = new(database, settings);
    private readonly WorkerRetries _retries = new(settings.BeforeRetry, log);
    private string? _otherBuild;

    /// <summary>
    /// Works until cancelled; the partition at work is then rolled back and free for others. So it is when a lane meets what no retry
    /// mends: a worker with fewer lanes than it says it has, or without the beat that keeps its leases, would be taken for a whole one.
    /// </summary>
    /// <exception cref="WorkerEndedException">It ended though nobody asked it to; the log was told why.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var presence = new WorkerPresence(database, role, settings.Workers, _nights.Holds);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] work =
        [
            LoopAsync(() => BeatAsync(presence, end.Token), end),
            .. Enumerable.Range(0, settings.Workers).Select(_ => LoopAsync(() => LaneAsync(end.Token), end)),
        ];
        try
        {
            await Task.WhenAll(work);
        }
        finally
        {
            await EndAsync(presence);
        }
    }

    /// <summary>One loop of the worker; the first that cannot go on says why at once, and ends the others with itself.</summary>
    private async Task LoopAsync(Func<Task> work, CancellationTokenSource end)
    {
        try
        {
            await _retries.RunAsync(work, end.Token);
        }
        catch (Exception fault)
        {
            try
            {
                log.Failed(
                    $"This worker cannot go on: {CardNumberMask.MaskLongDigits(fault.Message).TrimEnd('.')}. " +
                    "All its lanes stop, and the partitions they were at are free for others.",
                    fault);
            }
            finally
            {
                await end.CancelAsync();
            }

            throw new WorkerEndedException("The worker has ended. What was done stays done. Remove the cause, then start it again.", fault);
        }
    }

    /// <summary>A store that is gone needs no farewell: once it is back, the silence tells that nobody works here.</summary>
    private static async Task EndAsync(WorkerPresence presence)
    {
        using var limit = new CancellationTokenSource(Farewell);
        try
        {
            await presence.EndAsync(limit.Token);
        }
        catch (Exception gone) when (gone is NpgsqlException or OperationCanceledException)
        {
            // Whoever stops a worker while its database is away stops it well.
        }
    }

    private async Task BeatAsync(WorkerPresence presence, CancellationToken cancellationToken)
    {
        while (true)
        {
            var otherBuild = await presence.BeatAsync(cancellationToken);
            if (otherBuild is not null && otherBuild != _otherBuild)
            {
                log.Fault(
                    $"A night is being run by another build of the program ({otherBuild}); this one ({ProgramBuild.Id}) takes no part in it. " +
                    "Two builds may compute differently: stop this worker, and start one of the build that runs the night.");
            }

            _otherBuild = otherBuild;
            await Task.Delay(WorkerPresence.Interval, cancellationToken);
        }
    }

    private async Task LaneAsync(CancellationToken cancellationToken)
    {
        var work = new LaneWork(database, _nights, log);
        await using var wake = await Wakeup.ListenAsync(database, PartitionQueue.Channel, cancellationToken);
        while (true)
        {
            while (await PartitionClaims.NextOfAnyRunAsync(database, cancellationToken) is { } partition)
            {
                await work.WorkAsync(partition, cancellationToken);
            }

            await wake.WaitAsync(Idle, cancellationToken);
        }
    }
}
