using Cycle.Jobs.Runs;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Storage.Server;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Nights;

/// <summary>The control report of a night: counts and control totals of every step, from the rows themselves, so that a resumed night reports the whole.</summary>
internal static class ControlReport
{
    private const string FileFigures = "'file', file_name, 'rows', rows, 'taken', taken, 'rejected', rejected, 'amountTotal', amount_total::text";

    /// <summary>Makes the report, keeps it, and gives it as text.</summary>
    public static async Task<string> MakeAsync(
        NpgsqlConnection connection, Night night, Proof proof, CancellationToken cancellationToken)
    {
        var date = Sql.Date(night.Date);
        await using var command = new NpgsqlCommand(
            $"""
            insert into control_reports (business_date, report)
            select {date}, json_build_object(
                'businessDate', {date},
                'files', (
                    select coalesce(json_agg(
                        case older when 0 then json_build_object({FileFigures}) else json_build_object({FileFigures}, 'older', older) end order by file_name), '[]'::json)
                    from files where business_date = {date}),
                'refusedFiles', (
                    select coalesce(json_agg(json_build_object('file', file_name, 'reason', reason) order by file_name), '[]'::json)
                    from file_refusals where business_date = {date}),
                'filesNotRead', {LeftAlone("notRead")},
                'unknownFiles', {LeftAlone("unknownFiles")},
                'openings', (
                    select json_build_object(
                        'count', count(*), 'balance', {Baht("sum(balance)")}, 'plansToCome', {Baht("sum(plans_to_come)")})
                    from openings where business_date = {date}),
                'postings', (
                    select json_build_object('count', taken.count - opened.count, 'amount', {Baht("taken.amount - opened.amount")})
                    from (select count(*), coalesce(sum(amount), 0) as amount from postings where taken_on = {date}) taken,
                         ({OpenedSince(date)}) opened),
                'cancelledCards', (select count(*) from cancellations where business_date = {date}),
                'exceptions', (select count(*) from exceptions where business_date = {date}),
                'messages', (select count(*) from messages where business_date = {date}),
                'statements', (
                    select json_build_object(
                        'count', count(*), 'previousBalance', {Baht("sum(previous_balance)")}, 'payments', {Baht("sum(payments)")},
                        'refunds', {Baht("sum(refunds)")}, 'purchases', {Baht("sum(purchases)")},
                        'cashAdvances', {Baht("sum(cash_advances)")}, 'instalments', {Baht("sum(instalments)")},
                        'fees', {Baht("sum(fees)")}, 'interest', {Baht("sum(interest)")},
                        'newBalance', {Baht("sum(new_balance)")}, 'minimumPayment', {Baht("sum(minimum_payment)")},
                        'overdueAmount', {Baht("sum(overdue_amount)")})
                    from statements where statement_date = {date}),
                'rendered', (
                    select json_build_object('count', count(*), 'pages', coalesce(sum(pages), 0))
                    from rendered_statements where statement_date = {date}),
                'setAsideAccounts', (
                    select coalesce(json_agg(distinct account_id), '[]'::json)
                    from set_aside_accounts join runs using (run_id) where resolved_at is null and business_date <= {date}),
                'journal', json_build_object(
                    'entries', (select count(*) from journal where business_date = {date} and line = 1),
                    'debits', $2::text, 'credits', $3::text, 'receivables', $4::text, 'balances', $5::text))
            on conflict (business_date) do update set report = excluded.report
            returning report::text
            """,
            connection) { CommandTimeout = WholePortfolio.TimeoutSeconds };
        command.Parameters.Add(new() { Value = night.Run.RunId, NpgsqlDbType = NpgsqlDbType.Bigint });
        foreach (var total in (ReadOnlySpan<Ledger.Money>)[proof.Debits, proof.Credits, proof.Receivables, proof.Balances])
        {
            command.Parameters.Add(new() { Value = total.ToString(), NpgsqlDbType = NpgsqlDbType.Text });
        }

        return ReportText.Indent((string)(await command.ExecuteScalarAsync(cancellationToken))!);
    }

    /// <summary>
    /// SQL of the postings that accounts brought with opening balances since: they count as taken on the last cut in the other system
    /// (docs/opening-balances.md), which may be a night that is reported anew. Account by account and by index, rather than asking each
    /// posting of the night: when the night itself reports, there are none.
    /// </summary>
    private static string OpenedSince(string date) =>
        $"""
        select count(*), coalesce(sum(p.amount), 0) as amount
        from openings o
        cross join lateral (
            select amount from postings
            where account_id = o.account_id and value_date <= o.cut_date and taken_on = o.cut_date offset 0) p
        where o.business_date > {date} and o.cut_date = {date}
        """;

    private static string LeftAlone(string which) =>
        $"coalesce((select (s.result -> '{which}')::json from run_steps s where s.run_id = $1 and s.name = 'intake'), '[]'::json)";

    private static string Baht(string satang) => $"round(coalesce({satang}, 0)::numeric / 100, 2)::text";
}
