using Cycle.Jobs.Audit;
using Cycle.Jobs.Releases;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>Statements that an account gets only when it is run later: their cycles were counted without them, and may be released.</summary>
internal static class LateStatements
{
    /// <summary>The dates of every statement an account has; those it has later and not before are late.</summary>
    public static Task<List<DateOnly>> DatesAsync(NpgsqlConnection connection, string accountId, CancellationToken cancellationToken) =>
        ReadAsync(connection, "select statement_date from statements where account_id = $1", [accountId], cancellationToken);

    /// <summary>
    /// Holds back those whose cycle two persons released before there was anything of them to look at. A release that is given meanwhile
    /// waits for this transaction, and is one of a cycle that has them.
    /// </summary>
    /// <returns>The dates of those held back.</returns>
    public static async Task<List<DateOnly>> HoldAsync(
        NpgsqlConnection connection, string accountId, IReadOnlyCollection<DateOnly> dates, string by, string resolution, CancellationToken cancellationToken)
    {
        var reason = GivenReason.Kept($"run after its cycle was released: {resolution}");
        var held = await ReadAsync(
            connection,
            $"""
            with cycle as materialized (select statement_date, released_at from cycle_releases where statement_date = any($2) for share)
            insert into held_statements (statement_date, account_id, held_by, held_at, reason)
            select statement_date, $1, $3, clock_timestamp(), $4 from cycle where released_at is not null and {ReleaseRules.IsRequired}
            on conflict do nothing returning statement_date
            """,
            [accountId, dates.ToArray(), by, reason], cancellationToken);
        foreach (var date in held)
        {
            await Trail.AddAsync(connection, by, "statement.hold", $"cycle {date:yyyy-MM-dd}, account {accountId}", reason, cancellationToken);
        }

        return held;
    }

    private static async Task<List<DateOnly>> ReadAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var dates = new List<DateOnly>();
        while (await rows.ReadAsync(cancellationToken))
        {
            dates.Add(rows.GetFieldValue<DateOnly>(0));
        }

        return dates;
    }
}
