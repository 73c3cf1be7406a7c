using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Reviews;

/// <summary>
/// Reviews of cycles. When a night is complete no statement of its date changes, and none comes but that of an account that was set aside
/// and is run later. So a cycle is counted once, over the rows of its date alone, and kept, and counted anew when it gets such a statement;
/// pages then read one row.
/// </summary>
/// <remarks>A row that was made at <c>-infinity</c> is to be counted: what it holds is the review before, or nothing.</remarks>
/// <param name="database">The store.</param>
public sealed class CycleReviews(NpgsqlDataSource database)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The review of a statement date, as it was counted.</summary>
    /// <param name="statementDate">The statement date.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when it is not counted: yet or anew, or because the night is not complete or issued no statement.</returns>
    public async Task<CycleReview?> FindAsync(DateOnly statementDate, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select review::text from cycle_reviews where statement_date = $1 and made_at > '-infinity'");
        command.Parameters.Add(new() { Value = statementDate });
        return await command.ExecuteScalarAsync(cancellationToken) is string kept
            ? JsonSerializer.Deserialize<CycleReview>(kept, Json)
            : null;
    }

    /// <summary>The accounts drawn for a person to look at, also while the cycle is counted anew: they stay the same.</summary>
    /// <param name="statementDate">The statement date.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<string>> SampleAsync(DateOnly statementDate, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select array(select jsonb_array_elements_text(review -> 'sample')) from cycle_reviews where statement_date = $1");
        command.Parameters.Add(new() { Value = statementDate });
        return await command.ExecuteScalarAsync(cancellationToken) as string[] ?? [];
    }

    /// <summary>The latest dates whose statements are to be counted.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<List<DateOnly>> MissingAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select r.business_date from control_reports r
            where not exists (select from cycle_reviews c where c.statement_date = r.business_date and c.made_at > '-infinity')
              and r.report -> 'statements' ->> 'count' <> '0'
              and exists (select from runs n where n.business_date = r.business_date and n.state = 'completed')
            order by r.business_date desc limit $1
            """);
        command.Parameters.Add(new() { Value = limit });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var dates = new List<DateOnly>();
        while (await rows.ReadAsync(cancellationToken))
        {
            dates.Add(rows.GetFieldValue<DateOnly>(0));
        }

        return dates;
    }

    /// <summary>
    /// Counts the statements of a date and keeps the review, when its night is complete and issued any; reads every one of them. A
    /// statement that comes meanwhile changes the row, and what was counted without it is not kept.
    /// </summary>
    /// <param name="statementDate">The statement date.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task MakeAsync(DateOnly statementDate, CancellationToken cancellationToken)
    {
        // The row first, on its own: whoever brings a statement while it is counted must find one to change.
        await ExecuteAsync(
            """
            insert into cycle_reviews (statement_date, made_at, review)
            select $1, '-infinity', '{}' from runs where business_date = $1 and state = 'completed'
            on conflict (statement_date) do nothing
            """,
            statementDate, cancellationToken);
        await ExecuteAsync(CycleCount.Sql, statementDate, cancellationToken);
    }

    /// <summary>Has the cycles in which an account got a statement only now counted anew, in the transaction that brings it.</summary>
    /// <param name="connection">The transaction's connection.</param>
    /// <param name="statementDates">The statements' dates.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal static async Task CountAnewAsync(
        NpgsqlConnection connection, IReadOnlyCollection<DateOnly> statementDates, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into cycle_reviews (statement_date, made_at, review) select late, '-infinity', '{}' from unnest($1) late order by late
            on conflict (statement_date) do update set made_at = excluded.made_at
            """,
            connection);
        command.Parameters.Add(new() { Value = statementDates.ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task ExecuteAsync(string sql, DateOnly statementDate, CancellationToken cancellationToken)
    {
        const int TimeoutSeconds = 600;
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = TimeoutSeconds;
        command.Parameters.Add(new() { Value = statementDate, NpgsqlDbType = NpgsqlDbType.Date });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
