using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>
/// A step over accounts: planned as partitions, each one transaction of claim, read, compute, write, mark done. Workers of this
/// process take partitions from their table until none is left.
/// </summary>
internal abstract class AccountStep : INightStep
{
    private const int MaxAttempts = 5;

    public abstract string Name { get; }

    /// <summary>SQL that gives the column <c>account_id</c> of every account the step concerns; decided when the step begins.</summary>
    protected abstract string Candidates(Night night);

    /// <summary>Reads, computes and writes one partition inside its transaction.</summary>
    /// <param name="work">The night, the partition and its connection.</param>
    /// <param name="cancellationToken">Ends the work; the transaction is rolled back.</param>
    /// <returns>How many things were made: postings, statements, messages.</returns>
    protected abstract Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken);

    /// <summary>What was made, in words.</summary>
    protected abstract string Summary(int made);

    /// <summary>Accounts a partition.</summary>
    protected virtual int PartitionSize => PartitionQueue.Size;

    public async Task<string?> RunAsync(Night night, short number, CancellationToken cancellationToken)
    {
        var queue = new PartitionQueue(night.Database, night.Run, number);
        var open = await queue.PlanAsync(Candidates(night), PartitionSize, cancellationToken);
        if (open == 0)
        {
            return null;
        }

        night.Progress.Begin(night.Date, Name, open * (long)PartitionSize);
        using var anyFailed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var workers = Enumerable.Range(0, Math.Min(open, night.Settings.Workers))
            .Select(_ => Task.Run(() => DrainAsync(night, queue, anyFailed), cancellationToken))
            .ToArray();
        await Task.WhenAll(workers);
        var made = workers.Sum(worker => worker.Result);
        return made == 0 ? "" : Summary(made);
    }

    private async Task<int> DrainAsync(Night night, PartitionQueue queue, CancellationTokenSource anyFailed)
    {
        var made = 0;
        try
        {
            while (await queue.ClaimAsync(anyFailed.Token) is { } partition)
            {
                made += await RetryAsync(night, partition, anyFailed.Token);
                night.Progress.Advance(partition.Accounts);
            }
        }
        catch
        {
            await anyFailed.CancelAsync();
            throw;
        }

        return made;
    }

    /// <summary>Only faults that pass by themselves are tried again: a lost connection, a serialization failure. Everything else stands.</summary>
    private async Task<int> RetryAsync(Night night, Partition partition, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TransactAsync(night, partition, cancellationToken);
            }
            catch (NpgsqlException fault) when (fault.IsTransient && attempt < MaxAttempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 << attempt), cancellationToken);
            }
        }
    }

    private async Task<int> TransactAsync(Night night, Partition partition, CancellationToken cancellationToken)
    {
        await using var connection = await night.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var work = new PartitionWork(night, partition, connection, partition.Select(Candidates(night)));
        var made = await WorkAsync(work, cancellationToken);
        await work.WriteSetAsideAsync(cancellationToken);
        await PartitionQueue.CompleteAsync(connection, partition, partition.Accounts - work.SetAside, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return made;
    }
}
