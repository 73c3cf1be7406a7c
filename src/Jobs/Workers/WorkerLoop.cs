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
/// Of them the folder that PDFs go to, the same one for all workers of a store; how many partitions are worked on at once; what is done
/// before the work goes on after a fault of the database.
/// </param>
/// <param name="role">worker, or serve when the pages run in this process too.</param>
/// <param name="log">Told what is done.</param>
public sealed class WorkerLoop(NpgsqlDataSource database, NightSettings settings, string role, IWorkerLog log)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly WorkerNights _nights = new(database, settings.Output, settings.Workers);
    private readonly WorkerRetries _retries = new(settings.BeforeRetry, log);
    private string? _otherBuild;

    /// <summary>Works until cancelled; the partition at work is then rolled back and free for others.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var presence = new WorkerPresence(database, role, settings.Workers, _nights.Holds);
        Task[] work =
        [
            _retries.RunAsync(() => BeatAsync(presence, cancellationToken), cancellationToken),
            .. Enumerable.Range(0, settings.Workers).Select(_ => _retries.RunAsync(() => LaneAsync(cancellationToken), cancellationToken)),
        ];
        await Task.WhenAll(work);
        await EndAsync(presence);
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
        await using var wake = await Wakeup.ListenAsync(database, PartitionQueue.Channel, cancellationToken);
        while (true)
        {
            while (await PartitionClaims.NextOfAnyRunAsync(database, cancellationToken) is { } partition)
            {
                await WorkAsync(partition, cancellationToken);
            }

            await wake.WaitAsync(Idle, cancellationToken);
        }
    }

    private async Task WorkAsync(Partition partition, CancellationToken cancellationToken)
    {
        var step = NightSteps.OverAccounts(partition.Step);
        try
        {
            var night = await NightAsync(partition, cancellationToken);
            var isOurs = await PartitionWorker.WorkAsync(night, step, partition, cancellationToken);
            log.Done(night.Date, step.Name, partition.Number, partition.Accounts, isOurs);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // It stands with the partition now; who plans the run ends it, and this worker is free for others.
            log.Fault($"Run {partition.RunId}, {step.Name}, partition {partition.Number}: {CardNumberMask.MaskLongDigits(fault.Message)}");
        }

        await TellPlannerAsync(partition.RunId, cancellationToken);
    }

    /// <summary>A night that cannot be read, its tariff gone from the store say, is the partition's failure: nobody else could do it either.</summary>
    private async Task<Night> NightAsync(Partition partition, CancellationToken cancellationToken)
    {
        try
        {
            return await _nights.OfAsync(partition.RunId, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not NpgsqlException)
        {
            await PartitionTenure.FailAsync(database, partition, CardNumberMask.MaskLongDigits(fault.Message), passes: false, cancellationToken);
            throw;
        }
    }

    private async Task TellPlannerAsync(long runId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select pg_notify('{RunPlan.Channel}', $1::text)");
        command.Parameters.Add(new() { Value = runId });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
