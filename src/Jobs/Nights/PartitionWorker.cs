using Cycle.Jobs.Runs;
using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>Works on one claimed partition: its transaction, the retries of faults that pass, the note of those that do not.</summary>
internal static class PartitionWorker
{
    private const int MaxAttempts = 5;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Does the partition; when another worker has it by now, nothing of ours was written and the work goes on without it.</summary>
    /// <returns>Whether this worker did it.</returns>
    public static async Task<bool> WorkAsync(Night night, AccountStep step, Partition partition, CancellationToken cancellationToken)
    {
        using var hold = night.Holds.Take(partition);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(night.Holds.Limit);
        try
        {
            // A lane that does not even hear that its time is over is left where it hangs.
            await Task.Run(() => RetryAsync(night, step, partition, limited.Token), CancellationToken.None)
                .WaitAsync(night.Holds.Limit + Grace, CancellationToken.None);
            return true;
        }
        catch (LeaseLostException)
        {
            return false;
        }
        catch (Exception end) when (end is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            await NoteAsync(() => PartitionTenure.GiveBackAsync(night.Database, partition, CancellationToken.None));
            throw;
        }
        catch (Exception hang) when (hang is OperationCanceledException or TimeoutException && limited.IsCancellationRequested)
        {
            var error = $"it was not done within {night.Holds.Limit.TotalSeconds:0} s by {WorkerName.OfThisProcess}";
            await NoteAsync(() => PartitionTenure.GiveUpAsync(night.Database, partition, error, CancellationToken.None));
            return false;
        }
        catch (Exception fault)
        {
            var error = CardNumberMask.MaskLongDigits(fault.Message);
            await NoteAsync(() => PartitionTenure.FailAsync(night.Database, partition, error, TransientFault.Is(fault), CancellationToken.None));
            throw;
        }
    }

    /// <summary>Only faults that pass by themselves are tried again, and each retry is counted: a lost connection, a serialization failure. Everything else stands.</summary>
    private static async Task RetryAsync(Night night, AccountStep step, Partition partition, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (attempt > 1 && !await PartitionTenure.IsOursAsync(night.Database, partition, cancellationToken))
                {
                    // Another worker has it, or it is done and the answer to the commit was lost with the connection.
                    throw new LeaseLostException($"Partition {partition.Number} of step {partition.Step} is done, or another worker's.");
                }

                await TransactAsync(night, step, partition, cancellationToken);
                return;
            }
            catch (NpgsqlException fault) when (TransientFault.Is(fault) && attempt < MaxAttempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 << attempt), cancellationToken);
                await NoteAsync(() => PartitionTenure.CountRetryAsync(night.Database, partition, fault.Message, cancellationToken));
            }
        }
    }

    private static async Task TransactAsync(Night night, AccountStep step, Partition partition, CancellationToken cancellationToken)
    {
        await using var connection = await night.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await SessionMark.SetAsync(connection, partition, cancellationToken);
        await ReadByKeyAsync(connection, cancellationToken);
        var work = new PartitionWork(night, partition, connection, partition.Select(step.Candidates(night)));
        var made = await step.WorkAsync(work, cancellationToken);
        await work.WriteSetAsideAsync(cancellationToken);
        await PartitionTenure.CompleteAsync(connection, partition, partition.Accounts - work.SetAside.Count, made, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// A partition reads the rows of its thousand accounts by their keys, out of tables of any size. What intake has just brought is in no
    /// statistics yet, and a planner that does not know it takes a whole table, or a bitmap of the whole night, for each partition or even
    /// each account: alerts of 10,000 accounts took 51 seconds of the server, by keys 1. So for this transaction it may not.
    /// </summary>
    private static async Task ReadByKeyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select set_config(name, 'off', true)
            from unnest('{enable_seqscan,enable_bitmapscan,enable_hashjoin,enable_mergejoin}'::text[]) name
            """,
            connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A note that cannot be written must not hide what it was to tell; the lease ends by itself.</summary>
    private static async Task NoteAsync(Func<Task> note)
    {
        try
        {
            await note();
        }
        catch (NpgsqlException)
        {
            // The database is gone: the work meets the same fault and says it.
        }
    }
}
