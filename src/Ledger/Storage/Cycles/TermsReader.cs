using Cycle.Ledger.Accounts;
using Npgsql;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>Reads by COPY what accounts were promised over time.</summary>
/// <param name="connection">An open connection; reads see its transaction.</param>
internal sealed class TermsReader(NpgsqlConnection connection)
{
    /// <summary>All terms of a selection's accounts, by account, the oldest first; every account has at least one.</summary>
    /// <param name="selection">SQL that gives the column <c>account_id</c>, each account once; made of constants, dates and numbers only.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Dictionary<string, List<AccountTerms>>> ReadAsync(string selection, CancellationToken cancellationToken)
    {
        var terms = new Dictionary<string, List<AccountTerms>>(StringComparer.Ordinal);
        await using var rows = await connection.BeginBinaryExportAsync(
            $"""
            copy (
                select t.account_id, t.from_date, t.statement_day, t.secured
                from {Sql.OfEach(selection, "account_terms", "t")}
                order by t.account_id, t.from_date
            ) to stdout (format binary)
            """,
            cancellationToken);
        while (await rows.StartRowAsync(cancellationToken) != -1)
        {
            var accountId = rows.Read<string>();
            if (!terms.TryGetValue(accountId, out var list))
            {
                terms.Add(accountId, list = []);
            }

            list.Add(new(rows.Read<DateOnly>(), rows.Read<short>(), rows.Read<bool>()));
        }

        return terms;
    }
}
