namespace Cycle.Jobs.Reviews;

/// <summary>How a cycle is counted: one statement over the rows of its date.</summary>
internal static class CycleCount
{
    private const int Shown = 10;
    private const int SampleSize = 12;

    private static readonly string[] Figures =
    [
        "previous_balance", "payments", "refunds", "purchases", "cash_advances", "instalments", "fees", "interest", "new_balance",
        "minimum_payment", "overdue_amount",
    ];

    /// <summary>
    /// Counts the statements of the date <c>$1</c> into the row that waits for it, unless the row was changed meanwhile. The sample keeps
    /// whom it holds, since a reviewer may have looked at them, and is filled up.
    /// </summary>
    public static string Sql { get; } =
        $"""
        with kept as materialized (
            select xmin as version, array(select jsonb_array_elements_text(review -> 'sample')) as sample
            from cycle_reviews where statement_date = $1 and made_at = '-infinity'),
        s as materialized (
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
                'sample', (select coalesce(jsonb_agg(account_id), '[]') from (
                    select account_id from s order by array_position((select sample from kept), account_id), random() limit {SampleSize}) drawn))
                as review)
        update cycle_reviews c set made_at = now(), review = made.review from made, kept
        where c.statement_date = $1 and c.xmin = kept.version and (made.review ->> 'count')::bigint > 0
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
