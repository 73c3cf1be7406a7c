using Npgsql;

namespace Cycle.Jobs.Reviews;

/// <summary>How many accounts are cut on each nominal statement day: counted in the background after a night, read by pages as 31 rows.</summary>
/// <param name="database">The store.</param>
public sealed class StatementDayCounts(NpgsqlDataSource database)
{
    /// <summary>Counts anew when a night was completed since the last count; from an index alone, over every account.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was counted.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        const int TimeoutSeconds = 120;
        await using var command = database.CreateCommand(
            """
            insert into statement_day_counts (statement_day, accounts, counted_at)
            select day, coalesce(accounts, 0), now()
            from generate_series(1, 31) day
            left join (select statement_day, count(*) as accounts from accounts group by statement_day) counted on statement_day = day
            where not exists (
                select from statement_day_counts
                where counted_at >= (select ended_at from runs where state = 'completed' order by business_date desc limit 1))
            on conflict (statement_day) do update set accounts = excluded.accounts, counted_at = excluded.counted_at
            """);
        command.CommandTimeout = TimeoutSeconds;
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    /// <summary>Accounts by statement day, 1 to 31; empty before the first count.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyDictionary<int, long>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select statement_day, accounts from statement_day_counts");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new Dictionary<int, long>();
        while (await rows.ReadAsync(cancellationToken))
        {
            counts.Add(rows.GetInt16(0), rows.GetInt64(1));
        }

        return counts;
    }
}
