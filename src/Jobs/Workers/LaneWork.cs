using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Jobs.Workers;

/// <summary>What a lane of a worker does with a partition it has claimed. Whatever goes wrong with it stands with the partition, and the lane goes on.</summary>
/// <param name="database">The store.</param>
/// <param name="nights">The nights that partitions are of.</param>
/// <param name="log">Told how each ended.</param>
internal sealed class LaneWork(NpgsqlDataSource database, WorkerNights nights, IWorkerLog log)
{
    /// <summary>Does the partition, or leaves with it why not, and tells who plans its run.</summary>
    /// <exception cref="OperationCanceledException">The worker was asked to end; the partition is free for others.</exception>
    /// <exception cref="NpgsqlException">Nobody could be told.</exception>
    public async Task WorkAsync(Partition partition, CancellationToken cancellationToken)
    {
        try
        {
            var (night, step) = await PrepareAsync(partition, cancellationToken);
            var isOurs = await PartitionWorker.WorkAsync(night, step, partition, cancellationToken);
            log.Done(night.Date, step.Name, partition.Number, partition.Accounts, isOurs);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // It stands with the partition now; who plans the run ends it, and this worker is free for others.
            Say(partition, fault);
        }

        await TellPlannerAsync(partition.RunId, cancellationToken);
    }

    /// <summary>A night that cannot be read, its tariff gone from the store say, is the partition's failure: nobody else could do it either.</summary>
    private async Task<(Night Night, AccountStep Step)> PrepareAsync(Partition partition, CancellationToken cancellationToken)
    {
        try
        {
            return (await nights.OfAsync(partition.RunId, cancellationToken), NightSteps.OverAccounts(partition.Step));
        }
        catch (Exception fault)
        {
            await LeaveAsync(partition, fault, passes: fault is NpgsqlException || cancellationToken.IsCancellationRequested);
            throw;
        }
    }

    /// <summary>A partition that was not even begun is another's at once, unless nobody could do it. Without a database to say so, its lease ends by itself.</summary>
    private async Task LeaveAsync(Partition partition, Exception fault, bool passes)
    {
        try
        {
            await (passes
                ? PartitionTenure.GiveBackAsync(database, partition, CancellationToken.None)
                : PartitionTenure.FailAsync(database, partition, CardNumberMask.MaskLongDigits(fault.Message), passes: false, CancellationToken.None));
        }
        catch (NpgsqlException)
        {
            // What was met first is what is told.
        }
    }

    private void Say(Partition partition, Exception fault)
    {
        var what = $"Run {partition.RunId}, {NightSteps.NameOf(partition.Step)}, partition {partition.Number}: {CardNumberMask.MaskLongDigits(fault.Message).TrimEnd('.')}.";
        if (TransientFault.Is(fault))
        {
            log.Fault($"{what} It passes by itself; the night goes on.");
        }
        else
        {
            log.Failed($"{what} The night fails with it: remove the cause, then `cycle resume {partition.RunId}`. This worker goes on with other work.", fault);
        }
    }

    private async Task TellPlannerAsync(long runId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select pg_notify('{RunPlan.Channel}', $1::text)");
        command.Parameters.Add(new() { Value = runId });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
