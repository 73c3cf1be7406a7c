using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Reviews;

/// <summary>
/// Reviews of cycles. A cycle's statements never change once its night is complete, so it is counted once, over the rows of its date
/// alone, and kept; pages then read one row.
/// </summary>
/// <param name="database">The store.</param>
public sealed class CycleReviews(NpgsqlDataSource database)
{
    private const int Shown = 10;
    private const int SampleSize = 12;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly string[] Figures =
    [
        "previous_balance", "payments", "refunds", "purchases", "cash_advances", "instalments", "fees", "interest", "new_balance",
        "minimum_payment", "overdue_amount",
    ];

    /// <summary>The review of a statement date, as it was counted.</summary>
    /// <param name="statementDate">The statement date.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when it is not counted: yet, or because the night is not complete or issued no statement.</returns>
    public async Task<CycleReview?> FindAsync(DateOnly statementDate, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select review::text from cycle_reviews where statement_date = $1");
        command.Parameters.Add(new() { Value = statementDate });
        return await command.ExecuteScalarAsync(cancellationToken) is string kept
            ? JsonSerializer.Deserialize<CycleReview>(kept, Json)
            : null;
    }

    /// <summary>The latest dates whose statements are not counted yet.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<List<DateOnly>> MissingAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select r.business_date from control_reports r
            where not exists (select from cycle_reviews c where c.statement_date = r.business_date)
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

    /// <summary>Counts the statements of a date and keeps the review, when its night is complete and issued any; reads every one of them.</summary>
    /// <param name="statementDate">The statement date.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task MakeAsync(DateOnly statementDate, CancellationToken cancellationToken)
    {
        const int TimeoutSeconds = 600;
        await using var command = database.CreateCommand(MakeSql);
        command.CommandTimeout = TimeoutSeconds;
        command.Parameters.Add(new() { Value = statementDate, NpgsqlDbType = NpgsqlDbType.Date });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string MakeSql { get; } =
        $"""
        with s as materialized (
            select s.account_id, {string.Join(", ", Figures.Select(figure => $"s.{figure}"))}, s.overdue_cycles,
                   s.holder -> 'account' ->> 'product' as product, jsonb_array_length(s.lines) as line_count,
                   before.interest as interest_before, before.account_id is null as is_first
            from statements s
            left join lateral (
                select b.account_id, b.interest from statements b
                where b.account_id = s.account_id and b.statement_date < s.statement_date
                order by b.statement_date desc limit 1) before on true
            where s.statement_date = $1),
        made as (
            select jsonb_build_object(
                'count', (select count(*) from s),
                'sums', (select jsonb_build_object({string.Join(", ", Figures.Select(figure => $"'{CamelCase(figure)}', coalesce(sum({figure}), 0)"))}) from s),
                'overdue', (select jsonb_agg((select count(*) from s where least(overdue_cycles, 4) = n) order by n) from generate_series(0, 4) n),
                'balances', (select jsonb_agg((select count(*) from s where width_bucket(new_balance, array[0, {string.Join(", ", CycleReview.Bands)}]::bigint[]) = n) order by n)
                             from generate_series(0, {CycleReview.Bands.Count + 1}) n),
                'products', (select coalesce(jsonb_agg(p order by p.product), '[]') from (
                    select product, count(*) as count, sum(new_balance) as "newBalance", sum(interest) as interest, sum(fees) as fees
                    from s group by product) p),
                'firstCount', (select count(*) from s where is_first),
                'largest', {List("new_balance", "null", "new_balance > 0", "new_balance desc")},
                'negative', {List("new_balance", "null", "new_balance < 0", "new_balance")},
                'zero', {List("new_balance", "previous_balance", "new_balance = 0 and line_count > 0", "previous_balance desc")},
                'jumps', {List("interest", "interest_before", "interest > interest_before", "interest - interest_before desc")},
                'first', {List("new_balance", "null", "is_first", "new_balance desc")},
                'sample', (select coalesce(jsonb_agg(account_id), '[]') from (select account_id from s order by random() limit {SampleSize}) drawn))
                as review)
        insert into cycle_reviews (statement_date, made_at, review)
        select $1, now(), review from made
        where (review ->> 'count')::bigint > 0 and exists (select from runs where business_date = $1 and state = 'completed')
        on conflict (statement_date) do nothing
        """;

    private static string List(string amount, string before, string condition, string order) =>
        $"""
        (select coalesce(jsonb_agg(o), '[]') from (
            select account_id as account, {amount} as amount, {before}::bigint as before
            from s where {condition} order by {order}, account_id limit {Shown}) o)
        """;

    private static string CamelCase(string name)
    {
        var words = name.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
