using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>The order of a job's business dates: one claim of a job at a time, an earlier date before a later one.</summary>
internal static class RunQueue
{
    /// <summary>
    /// Waits for other claims of the job and keeps them out until the transaction ends, so that two dates can never both be the first:
    /// an earlier one open, or a later one there, refuses.
    /// </summary>
    /// <exception cref="RefusedException">Another date comes first.</exception>
    public static async Task EnterAsync(NpgsqlConnection connection, string job, DateOnly businessDate, CancellationToken cancellationToken)
    {
        await LockAsync(connection, job, cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select business_date from runs
            where job = $1 and parameters = ''
              and ((business_date < $2 and state <> 'completed')
                   or (business_date > $2 and not exists (select from runs where job = $1 and parameters = '' and business_date = $2)))
            order by business_date limit 1
            """,
            connection);
        command.Parameters.Add(new() { Value = job });
        command.Parameters.Add(new() { Value = businessDate });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (await row.ReadAsync(cancellationToken))
        {
            var other = row.GetFieldValue<DateOnly>(0);
            throw new RefusedException(other < businessDate
                ? $"{job} of {other:yyyy-MM-dd} is not complete, and {businessDate:yyyy-MM-dd} may not start before it. See `cycle status`."
                : $"{job} of {other:yyyy-MM-dd} has begun, and {businessDate:yyyy-MM-dd} lies before it. Nothing was done.");
        }
    }

    /// <summary>Keeps everybody else from claiming a run of the job until the transaction ends.</summary>
    public static async Task LockAsync(NpgsqlConnection connection, string job, CancellationToken cancellationToken)
    {
        await using var queue = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection);
        queue.Parameters.Add(new() { Value = job });
        await queue.ExecuteNonQueryAsync(cancellationToken);
    }
}
