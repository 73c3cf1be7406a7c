using Cycle.Jobs.Runs;
using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Jobs.Schedule;

/// <summary>Puts back what this process ended without anybody having wanted it to, so that it goes on by itself.</summary>
/// <param name="database">The store.</param>
internal sealed class RunReturns(NpgsqlDataSource database)
{
    /// <summary>A run that failed for a cause that passes: it is planned again, its attempts counted, its last error kept to be seen.</summary>
    public Task AfterTransientFaultAsync(OpenRun run, Exception fault, CancellationToken cancellationToken) => UpdateAsync(
        run,
        $"""
        update runs set state = 'planned', error = $3
        where run_id = $1 and owner = $2 and state = 'failed' and attempts < {NextMoves.MostAttempts}
        """,
        $"will be tried again by itself: {CardNumberMask.MaskLongDigits(fault.Message)}",
        cancellationToken);

    /// <summary>A run whose host was stopped: it goes on when a host is there again. Nobody asked for this run to stop.</summary>
    public Task AfterShutdownAsync(OpenRun run, CancellationToken cancellationToken) => UpdateAsync(
        run,
        "update runs set state = 'planned', ended_at = null, error = $3 where run_id = $1 and owner = $2 and state = 'stopped'",
        "its host was stopped; goes on by itself when a host is there",
        cancellationToken);

    private async Task UpdateAsync(OpenRun run, string sql, string error, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = run.RunId });
        command.Parameters.Add(new() { Value = WorkerName.OfThisProcess });
        command.Parameters.Add(new() { Value = error });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
