using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>Sums what accounts have done since their last cut, in the store: a fraction of what carrying their cycles out costs.</summary>
/// <param name="connection">An open connection; reads see its transaction.</param>
/// <param name="asOf">The moment the accounts are read at.</param>
public sealed class UsageReader(NpgsqlConnection connection, AsOf asOf)
{
    /// <summary>The accounts of a selection, in any order.</summary>
    /// <param name="selection">SQL that gives the column <c>account_id</c>, each account once; made of constants, dates and numbers only.</param>
    /// <param name="night">The night whose cash advances are looked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<AccountUsage>> ReadAsync(string selection, DateOnly night, CancellationToken cancellationToken)
    {
        var accounts = new List<AccountUsage>();
        await using var rows = await connection.BeginBinaryExportAsync(
            $"""
            copy (
                select a.account_id, a.credit_limit, coalesce(s.balance, 0), coalesce(s.plans, 0), p.debits, p.cash, p.took_cash
                from {Sql.OfEach(selection, "accounts", "a")}
                left join lateral (
                    select balance, (select sum((plan ->> 'amount')::bigint) from jsonb_array_elements(state -> 'plans') plan)::bigint as plans
                    from account_states where account_id = a.account_id and cut_date = {asOf.LastCut} offset 0) s on true
                cross join lateral (
                    select coalesce(sum(p.amount + p.fee_cash_advance + p.fee_cash_advance_vat + p.fee_fx_risk + p.fee_tax_payment), 0)::bigint as debits,
                           coalesce(sum(p.amount) filter (where p.kind = {Cash}), 0)::bigint as cash,
                           coalesce(bool_or(p.kind = {Cash} and p.taken_on = {Sql.Date(night)}), false) as took_cash
                    from postings p
                    where {asOf.InCycle} and p.kind not in ({Sql.Kinds(kind => !kind.IsDebit())})) p
            ) to stdout (format binary)
            """,
            cancellationToken);
        while (await rows.StartRowAsync(cancellationToken) != -1)
        {
            var (accountId, limit) = (rows.Read<string>(), Amount(rows));
            accounts.Add(new(accountId, limit, new(Amount(rows), Amount(rows), Amount(rows), Amount(rows)), rows.Read<bool>()));
        }

        return accounts;
    }

    private const int Cash = (int)PostingKind.CashAdvance;

    private static Money Amount(NpgsqlBinaryExporter row) => new(row.Read<long>());
}
