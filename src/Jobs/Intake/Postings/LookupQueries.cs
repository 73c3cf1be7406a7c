using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// The set-based queries a chunk of postings is judged by; each asks for all its keys at once. Joins are lateral: a key at a time by
/// index, whatever the statistics say about tables that were empty a moment ago, and without an estimate of each of thousands of keys,
/// which <c>= any</c> makes.
/// </summary>
internal static class LookupQueries
{
    private const string CardColumns =
        "c.card_id, c.account_id, c.network, c.activated_date, c.cancelled_date, c.night_cancelled_on, a.last_cut";

    /// <summary>Which posting ids were taken before: id, file, line.</summary>
    public static NpgsqlBatchCommand Taken(IEnumerable<string> postingIds) => Of(
        """
        select k.posting_id, p.file_name, p.line
        from unnest($1) as k (posting_id)
        cross join lateral (select file_name, line from postings where posting_id = k.posting_id offset 0) p
        """,
        InOrder(postingIds));

    /// <summary>How many cards there are, counted no further than to a limit.</summary>
    public static NpgsqlBatchCommand CountCards(long limit) => new($"select count(*) from (select from cards limit {limit}) c");

    /// <summary>All cards with what their accounts add.</summary>
    public static NpgsqlBatchCommand AllCards() => new($"select {CardColumns} from cards c join accounts a using (account_id)");

    /// <summary>Cards with what their accounts add.</summary>
    public static NpgsqlBatchCommand Cards(IEnumerable<string> cardIds) => Of(
        $"""
        select {CardColumns}
        from unnest($1) as k (card_id)
        cross join lateral (select * from cards where card_id = k.card_id offset 0) c
        cross join lateral (select last_cut from accounts where account_id = c.account_id offset 0) a
        """,
        InOrder(cardIds));

    /// <summary>The rates that serve each posting date; a date without a table has one row of nulls.</summary>
    public static NpgsqlBatchCommand Fx(DateOnly[] postingDates) => Of(
        $"""
        select d.posting_date, t.table_date, r.network, r.currency, r.rate
        from unnest($1) as d (posting_date)
        left join lateral (
            select table_date from fx_tables where table_date between d.posting_date - {FxTable.DaysServed} and d.posting_date
            order by table_date desc limit 1) t on true
        left join fx_rates r using (table_date)
        """,
        postingDates);

    /// <summary>
    /// What was taken on channels with a ceiling a day: account, channel, transaction date, satang. The value date of a payment is never
    /// before its transaction date, which lets the account's index serve.
    /// </summary>
    /// <param name="rows">Payments of known cards.</param>
    public static NpgsqlBatchCommand ChannelDays(List<PostingRow> rows) => Of(
        $"""
        select a.account_id, p.channel, p.transaction_date, p.satang
        from unnest($1) as a (account_id)
        cross join lateral (
            select channel, transaction_date, sum(amount)::bigint as satang from postings
            where account_id = a.account_id and value_date >= $4
                and kind = {(int)PostingKind.Payment} and channel = any($2) and transaction_date = any($3)
            group by 1, 2) p
        """,
        InOrder(rows.Select(row => row.Card!.AccountId)),
        rows.Select(row => row.Channel).Distinct().ToArray(),
        rows.Select(row => row.TransactionDate).Distinct().ToArray(),
        rows.Min(row => row.TransactionDate));

    /// <summary>Originals, and which reversal took each back.</summary>
    public static NpgsqlBatchCommand Originals(IEnumerable<string> postingIds) => Of(
        $"""
        select o.posting_id, o.kind, o.account_id, o.card_id, o.currency, o.original_amount, r.posting_id
        from unnest($1) as k (posting_id)
        cross join lateral (select * from postings where posting_id = k.posting_id offset 0) o
        left join lateral (
            select posting_id from postings where original_posting_id = o.posting_id and kind = {(int)PostingKind.Reversal} limit 1) r on true
        """,
        InOrder(postingIds));

    /// <summary>Each key once, in the order of the index, where neighbours share pages: half the time of keys in any order.</summary>
    private static string[] InOrder(IEnumerable<string> keys) => [.. keys.Distinct().Order(StringComparer.Ordinal)];

    // A first value of its own: an array of strings alone would pass for the array of values.
    private static NpgsqlBatchCommand Of(string sql, Array first, params object[] more)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = first } } };
        foreach (var value in more)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
