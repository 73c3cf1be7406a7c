using Cycle.Ledger;
using Cycle.Ledger.Journal;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Storage.Cycles;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>The two sums that must agree every night, each taken from its own rows.</summary>
/// <param name="Debits">All debits ever booked.</param>
/// <param name="Credits">All credits ever booked.</param>
/// <param name="Receivables">Net debit of the receivables and customer credit, by the journal.</param>
/// <param name="Balances">
/// Sum of all account balances, by states and postings, never by the journal; of an account that was set aside and waits for a person,
/// whose steps are not run, what is booked.
/// </param>
internal sealed record Proof(Money Debits, Money Credits, Money Receivables, Money Balances)
{
    /// <summary>Reads both sums as they stand.</summary>
    public static Task<Proof> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        ReadAsync(connection, AsOf.Now, "true", cancellationToken);

    /// <summary>Reads both sums as they stood at the end of a business date.</summary>
    public static Task<Proof> ReadAsync(NpgsqlConnection connection, DateOnly date, CancellationToken cancellationToken) =>
        ReadAsync(connection, AsOf.EndOf(date), $"business_date <= {Sql.Date(date)}", cancellationToken);

    /// <param name="connection">An open connection.</param>
    /// <param name="asOf">The moment the accounts are read at.</param>
    /// <param name="known">SQL that rows with a <c>business_date</c> known by then meet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private static async Task<Proof> ReadAsync(
        NpgsqlConnection connection, AsOf asOf, string known, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with standing as (
                select * from trial_balances where business_date = (select max(business_date) from trial_balances where {known})),
            waiting as (
                select distinct account_id from set_aside_accounts join runs using (run_id) where resolved_at is null and {known}),
            proved as (
                select a.account_id, a.first_date, {asOf.LastCut} as last_cut from accounts a
                where a.account_id not in (select account_id from waiting)),
            -- No posting was taken before its value date, so none of an open cycle before the oldest cut: the years behind it stay unread.
            oldest as (select min(coalesce(last_cut, first_date - 1)) as cut from proved),
            open_postings as (
                select p.*, o.amount as original_principal, o.instalment_months as original_months, o.value_date <= a.last_cut as was_billed,
                       o.fee_cash_advance + o.fee_cash_advance_vat + o.fee_fx_risk + o.fee_tax_payment as original_fees,
                       s.state
                from proved a
                join postings p on p.account_id = a.account_id and p.value_date > coalesce(a.last_cut, '-infinity') and {asOf.Taken}
                left join postings o on p.kind = {(int)PostingKind.Reversal} and o.posting_id = p.original_posting_id
                left join account_states s
                    on o.instalment_months is not null and s.account_id = a.account_id and s.cut_date = a.last_cut
                where p.taken_on > (select cut from oldest))
            select (select coalesce(sum(debit), 0) from standing)::bigint,
                   (select coalesce(sum(credit), 0) from standing)::bigint,
                   (select coalesce(sum(debit - credit), 0) from standing where gl_account = any($1))::bigint,
                   (select coalesce(sum(s.balance), 0)
                    from proved a join account_states s on s.account_id = a.account_id and s.cut_date = a.last_cut
                    where s.cut_date >= (select cut from oldest))::bigint
                   + (select coalesce(sum(balance), 0) from journal_heads where account_id in (select account_id from waiting))::bigint
                   + (select coalesce(sum(case
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
                      end), 0) from open_postings)::bigint
            """,
            connection);
        command.Parameters.Add(new() { Value = GlAccount.OfBalances.ToArray() });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new(new(row.GetInt64(0)), new(row.GetInt64(1)), new(row.GetInt64(2)), new(row.GetInt64(3)));
    }

    /// <summary>Fails the night when the sums do not agree.</summary>
    /// <exception cref="InvalidOperationException">They do not agree.</exception>
    public void Check(DateOnly date)
    {
        if (Debits != Credits)
        {
            throw new InvalidOperationException(
                $"The trial balance of {date:yyyy-MM-dd} does not balance: debits {Debits}, credits {Credits}. Run `cycle verify`.");
        }

        if (Receivables != Balances)
        {
            throw new InvalidOperationException(
                $"The proof of {date:yyyy-MM-dd} fails: the journal's receivables are {Receivables}, the account balances {Balances}. " +
                "Run `cycle verify`.");
        }
    }
}
