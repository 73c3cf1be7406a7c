using Cycle.Jobs.Runs;
using Cycle.Ledger.Journal;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Storage.Server;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>How the sums of a <see cref="Proof"/> are read: from the trial balance, the last states and the postings since, however many years lie behind them.</summary>
internal static class ProofQuery
{
    /// <summary>What an open posting does to its account's balance.</summary>
    private static readonly string Effect =
        $"""
        case
            when kind = {(int)PostingKind.Reversal} then
                -original_fees - case
                    when original_months is null then original_principal
                    when not coalesce(was_billed, false) then 0
                    else coalesce(
                        (select (plan ->> 'amount')::bigint / (plan ->> 'months')::int * (plan ->> 'partsBilled')::int
                         from jsonb_array_elements(state -> 'plans') plan
                         where plan ->> 'postingId' = original_posting_id),
                        original_principal)
                end
            when kind in ({(int)PostingKind.Payment}, {(int)PostingKind.Refund}, {(int)PostingKind.FeeCollectionCredit})
                then -amount
            else case when instalment_months is null then amount else 0 end
                + fee_cash_advance + fee_cash_advance_vat + fee_fx_risk + fee_tax_payment
        end
        """;

    // By index, one reversal at a time: they are few, and a join would hash every posting ever taken to find them.
    private static readonly string OriginalOfReversal =
        $"""
        left join lateral (
            select amount, instalment_months, value_date, fee_cash_advance + fee_cash_advance_vat + fee_fx_risk + fee_tax_payment as fees
            from postings
            where p.kind = {(int)PostingKind.Reversal} and posting_id = p.original_posting_id
            offset 0) o on true
        """;

    /// <summary>Reads the sums.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="asOf">The moment the accounts are read at.</param>
    /// <param name="known">SQL that rows with a <c>business_date</c> known by then meet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Proof> RunAsync(
        NpgsqlConnection connection, AsOf asOf, string known, CancellationToken cancellationToken)
    {
        var proved =
            $"""
            waiting as (
                select distinct account_id from set_aside_accounts join runs using (run_id) where resolved_at is null and {known}),
            proved as (
                select a.account_id, a.first_date, {asOf.LastCut} as last_cut from accounts a
                where a.account_id not in (select account_id from waiting))
            """;
        var oldest = await OldestCutAsync(connection, proved, cancellationToken);
        await using var command = new NpgsqlCommand(
            $"""
            with standing as (
                select * from trial_balances where business_date = (select max(business_date) from trial_balances where {known})),
            {proved},
            open_postings as (
                select p.*, o.amount as original_principal, o.instalment_months as original_months, o.value_date <= a.last_cut as was_billed,
                       o.fees as original_fees, s.state
                from proved a
                join postings p on p.account_id = a.account_id and p.value_date > coalesce(a.last_cut, '-infinity') and {asOf.Taken}
                {OriginalOfReversal}
                left join lateral (
                    select state from account_states
                    where o.instalment_months is not null and account_id = a.account_id and cut_date = a.last_cut offset 0) s on true
                where p.taken_on > {oldest})
            select (select coalesce(sum(debit), 0) from standing)::bigint,
                   (select coalesce(sum(credit), 0) from standing)::bigint,
                   (select coalesce(sum(debit - credit), 0) from standing where gl_account = any($1))::bigint,
                   (select coalesce(sum(s.balance), 0)
                    from proved a join account_states s on s.account_id = a.account_id and s.cut_date = a.last_cut
                    where s.cut_date >= {oldest})::bigint
                   + (select coalesce(sum(balance), 0) from journal_heads where account_id in (select account_id from waiting))::bigint
                   + (select coalesce(sum({Effect}), 0) from open_postings)::bigint
            """,
            connection) { CommandTimeout = WholePortfolio.TimeoutSeconds };
        command.Parameters.Add(new() { Value = GlAccount.OfBalances.ToArray() });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new(new(row.GetInt64(0)), new(row.GetInt64(1)), new(row.GetInt64(2)), new(row.GetInt64(3)));
    }

    /// <summary>
    /// SQL of the oldest cut that a cycle is open since. No posting was taken before its value date, so none of an open cycle before that
    /// day: the years behind it stay unread. Asked beforehand, because only a date that it can see tells the planner how little that is.
    /// </summary>
    private static async Task<string> OldestCutAsync(NpgsqlConnection connection, string proved, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"with {proved} select min(coalesce(last_cut, first_date - 1)) from proved", connection)
        {
            CommandTimeout = WholePortfolio.TimeoutSeconds,
        };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return row.IsDBNull(0) ? "'infinity'::date" : Sql.Date(row.GetFieldValue<DateOnly>(0));
    }
}
