using Cycle.Jobs.Releases;
using Cycle.Ledger.Storage.Cycles;

namespace Cycle.Jobs.Outputs;

/// <summary>The CSV outputs that are rows of the store, as files.md says: columns, order, money with two decimals.</summary>
internal static class OutputQueries
{
    /// <summary>The files with the query behind each, for business dates from..to.</summary>
    public static IEnumerable<(string FileName, string Sql)> All(DateOnly from, DateOnly to)
    {
        var range = $"between {Sql.Date(from)} and {Sql.Date(to)}";
        yield return ("rejects.csv",
            $"""
            select file_name as file, line, {Text("posting_id")} as posting_id, reason, {Text("detail")} as detail
            from rejects where business_date {range} order by file_name, line
            """);
        yield return ("notices.csv",
            $"""
            select business_date as date, {Text("account_id")} as account_id, kind, {Text("mobile")} as mobile, language, {Text("text")} as text
            from messages m where business_date {range} and {ReleaseRules.MessageMayGo("m")}
            order by business_date, m.account_id, kind, idempotency_key
            """);
        yield return ("cancellations.csv",
            $"""
            select business_date as date, {Text("card_id")} as card_id, {Text("account_id")} as account_id, reason
            from cancellations c where business_date {range} order by business_date, c.card_id
            """);
        yield return ("exceptions.csv",
            $"""
            select business_date as date, {Text("account_id")} as account_id, kind, {Text("detail")} as detail
            from exceptions e where business_date {range} order by business_date, e.account_id, kind
            """);
        yield return ("journal.csv",
            $"""
            select business_date as date, {Text("account_id")} as account_id, entry, gl_account, {Money("debit")} as debit, {Money("credit")} as credit,
                   encode(hash, 'hex') as hash
            from journal j where business_date {range} order by j.account_id, entry, line
            """);
        yield return ("trial-balance.csv",
            $"""
            select business_date as date, gl_account, {Money("debit")} as debit, {Money("credit")} as credit
            from trial_balances where business_date {range} order by business_date, gl_account
            """);
    }

    /// <summary>A cell that somebody else wrote: a spreadsheet must not run it. An empty one is written as nothing.</summary>
    private static string Text(string column) =>
        $"nullif(case when left({column}, 1) in ('=', '+', '-', '@') then '''' || {column} else {column} end, '')";

    private static string Money(string column) => $"round({column}::numeric / 100, 2)";
}
