using Cycle.Jobs.Runs;
using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>Works on one claimed partition: its transaction, the retries of faults that pass, the note of those that do not.</summary>
internal static class PartitionWorker
{
    private const int MaxAttempts = 5;

    /// <summary>Does the partition; when another worker has it by now, nothing of ours was written and the work goes on without it.</summary>
    /// <returns>Whether this worker did it.</returns>
    public static async Task<bool> WorkAsync(Night night, AccountStep step, Partition partition, CancellationToken cancellationToken)
    {
        try
        {
            await RetryAsync(night, step, partition, cancellationToken);
            return true;
        }
        catch (LeaseLostException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            await NoteAsync(() => PartitionClaims.GiveBackAsync(night.Database, partition, CancellationToken.None));
            throw;
        }
        catch (Exception fault)
        {
            var error = CardNumberMask.MaskLongDigits(fault.Message);
            await NoteAsync(() => PartitionClaims.FailAsync(night.Database, partition, error, CancellationToken.None));
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
                await TransactAsync(night, step, partition, cancellationToken);
                return;
            }
            catch (NpgsqlException fault) when (fault.IsTransient && attempt < MaxAttempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 << attempt), cancellationToken);
                await NoteAsync(() => PartitionClaims.CountRetryAsync(night.Database, partition, fault.Message, cancellationToken));
            }
        }
    }

    private static async Task TransactAsync(Night night, AccountStep step, Partition partition, CancellationToken cancellationToken)
    {
        await using var connection = await night.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var work = new PartitionWork(night, partition, connection, partition.Select(step.Candidates(night)));
        var made = await step.WorkAsync(work, cancellationToken);
        await work.WriteSetAsideAsync(cancellationToken);
        await PartitionClaims.CompleteAsync(connection, partition, partition.Accounts - work.SetAside.Count, made, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
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
