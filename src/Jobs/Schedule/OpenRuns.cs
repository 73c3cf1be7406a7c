using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Jobs.Schedule;

/// <summary>The runs of a job that are not complete, and the span of dates it has runs for.</summary>
/// <param name="First">The first date; null in an empty installation.</param>
/// <param name="Last">The last date, complete or not.</param>
/// <param name="Earliest">The earliest open ones, in order of date, at most <see cref="Most"/>.</param>
public sealed record OpenRuns(DateOnly? First, DateOnly? Last, IReadOnlyList<OpenRun> Earliest)
{
    /// <summary>More are not read: the earliest holds up the rest.</summary>
    public const int Most = 100;

    /// <summary>Reads them.</summary>
    public static async Task<OpenRuns> ReadAsync(NpgsqlConnection connection, string job, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select min(business_date), max(business_date) from runs where job = @job and parameters = '';
            select run_id, business_date, state, owner, attempts,
                   extract(epoch from now() - heartbeat_at)::float8, extract(epoch from now() - ended_at)::float8
            from runs where job = @job and parameters = '' and state <> 'completed' order by business_date limit {Most}
            """,
            connection);
        command.Parameters.AddWithValue("job", job);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        var (first, last) = (Date(rows, 0), Date(rows, 1));
        await rows.NextResultAsync(cancellationToken);
        var open = new List<OpenRun>();
        while (await rows.ReadAsync(cancellationToken))
        {
            open.Add(new(
                rows.GetInt64(0), rows.GetFieldValue<DateOnly>(1), rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetString(3),
                rows.GetInt32(4), Since(rows, 5), Since(rows, 6)));
        }

        return new(first, last, open);
    }

    /// <summary>The one that holds up the rest; null when every run of the job is complete.</summary>
    /// <param name="database">The store.</param>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<OpenRun?> EarliestAsync(NpgsqlDataSource database, string job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await ReadAsync(connection, job, cancellationToken)).Earliest is [var earliest, ..] ? earliest : null;
    }

    private static DateOnly? Date(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    /// <summary>What lies further ahead than a lease was written before the database's clock was set back, and says nothing.</summary>
    private static TimeSpan? Since(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) || row.GetDouble(column) < -RunClaims.Lease.TotalSeconds ? null : TimeSpan.FromSeconds(Math.Max(0, row.GetDouble(column)));
}
