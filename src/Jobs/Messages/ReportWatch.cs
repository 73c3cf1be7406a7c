using Npgsql;

namespace Cycle.Jobs.Messages;

/// <summary>Waits for the delivery reports of what was sent.</summary>
/// <param name="database">The store.</param>
public sealed class ReportWatch(NpgsqlDataSource database)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Waits until every message sent since a moment has its final report.</summary>
    /// <param name="since">The moment.</param>
    /// <param name="most">No longer than this.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ReportedTotals> WaitAsync(DateTimeOffset since, TimeSpan most, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var until = time.GetUtcNow() + most; ; await Task.Delay(Look, time, cancellationToken))
        {
            var totals = await TotalsAsync(since, cancellationToken);
            if (totals.Without == 0 || time.GetUtcNow() >= until)
            {
                return totals;
            }
        }
    }

    private async Task<ReportedTotals> TotalsAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select count(*) filter (where state = 'delivered'), count(*) filter (where state = 'undelivered'), count(*) filter (where state = 'sent')
            from messages where gateway = 'kannel' and sent_at >= $1
            """);
        command.Parameters.Add(new() { Value = since.ToUniversalTime(), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }
}
