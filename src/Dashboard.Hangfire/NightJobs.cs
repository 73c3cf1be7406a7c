using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Jobs.Schedule;
using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using Npgsql;

namespace Cycle.Dashboard.Hangfire;

/// <summary>Which Hangfire job a run has: one, for all of its tries.</summary>
internal sealed class NightJobs(NpgsqlDataSource database, JobStorage storage, IBackgroundJobClient jobs)
{
    private const string Lock = "hashtextextended('cycle hangfire nights', 0)";

    /// <summary>The job of a run; null when it never had one, or Hangfire has forgotten it.</summary>
    public string? Of(long runId)
    {
        using var hangfire = storage.GetConnection();
        return hangfire.GetAllEntriesFromHash(Key(runId))?.GetValueOrDefault("job") is { } job && hangfire.GetJobData(job) is not null ? job : null;
    }

    /// <summary>Hands the earliest open night to Hangfire, if it is one that goes on by itself and no job of it waits or works.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // A lock of the database's, gone with its holder; not Hangfire's. Whoever comes second finds the job that is there.
        await using var command = new NpgsqlCommand($"select pg_advisory_xact_lock({Lock})", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        if ((await OpenRuns.ReadAsync(connection, NightRunner.Job, cancellationToken)).Earliest is not [var run, ..])
        {
            return;
        }

        switch (NextMoves.For(run, WorkerName.IsGone))
        {
            case NextMove.Run:
                HandOver(run);
                break;
            case NextMove.MarkStopped:
                await new RunStop(database).RequestAsync(run.RunId, cancellationToken);
                break;
        }
    }

    private void HandOver(OpenRun run)
    {
        using var hangfire = storage.GetConnection();
        if (Of(run.RunId) is not { } known)
        {
            var job = jobs.Create<NightJob>(night => night.RunAsync(run.RunId, $"{run.BusinessDate:yyyy-MM-dd}", null!), new EnqueuedState(Queues.Nights));
            using var write = (JobStorageTransaction)hangfire.CreateWriteTransaction();
            write.SetRangeInHash(Key(run.RunId), [new("job", job)]);
            write.ExpireHash(Key(run.RunId), HangfireStore.Kept);
            write.Commit();
        }
        else if (hangfire.GetJobData(known).State is var state && (state == SucceededState.StateName || state == FailedState.StateName || state == DeletedState.StateName))
        {
            jobs.ChangeState(known, new EnqueuedState(Queues.Nights) { Reason = "The night goes on by itself." });
        }
    }

    private static string Key(long runId) => $"cycle-run:{runId}";
}
