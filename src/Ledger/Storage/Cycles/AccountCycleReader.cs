using Cycle.Ledger.Accounts;
using Npgsql;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>
/// Carries accounts to the pure core: one COPY out for accounts with their states, one for terms, one for postings, one for originals,
/// each account by account (<see cref="Sql.OfEach"/>).
/// </summary>
/// <param name="connection">An open connection; reads see its transaction.</param>
/// <param name="asOf">The moment the accounts are read at.</param>
public sealed class AccountCycleReader(NpgsqlConnection connection, AsOf asOf)
{
    /// <summary>Accounts by name, in order of account id.</summary>
    /// <param name="accountIds">Their tokens, each once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<StoredAccount>> ReadAsync(IReadOnlyList<string> accountIds, CancellationToken cancellationToken) =>
        accountIds.Count == 0 ? Task.FromResult<IReadOnlyList<StoredAccount>>([]) : ReadAsync(Sql.Selection(accountIds), cancellationToken);

    /// <summary>The accounts of a selection, in order of account id.</summary>
    /// <param name="selection">SQL that gives the column <c>account_id</c>, each account once; made of constants, dates and numbers only.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<StoredAccount>> ReadAsync(string selection, CancellationToken cancellationToken)
    {
        var accounts = await ReadAccountsAsync(selection, cancellationToken);
        if (accounts.Count == 0)
        {
            return [];
        }

        var terms = await new TermsReader(connection).ReadAsync(selection, cancellationToken);
        var postings = await new PostingReader(connection, asOf).ReadAsync(selection, cancellationToken);
        var hasOriginals = postings.Values.Any(list => list.Any(posting => posting.OriginalPostingId is not null));
        var originals = hasOriginals ? await new OriginalReader(connection, asOf).ReadAsync(selection, cancellationToken) : [];
        return [.. accounts.Select(account => account with
        {
            Cycle = account.Cycle with
            {
                History = new AccountHistory(terms[account.AccountId]),
                Postings = postings.GetValueOrDefault(account.AccountId) ?? [],
                Originals = originals.GetValueOrDefault(account.AccountId) ?? account.Cycle.Originals,
            },
        })];
    }

    private async Task<List<StoredAccount>> ReadAccountsAsync(string selection, CancellationToken cancellationToken)
    {
        var accounts = new List<StoredAccount>();
        await using var rows = await connection.BeginBinaryExportAsync(
            $"""
            copy (
                select {AccountRow.Columns}
                from {Sql.OfEach(selection, "accounts", "a")}
                left join lateral (
                    select state from account_states where account_id = a.account_id and cut_date = {asOf.LastCut} offset 0) s on true
                order by a.account_id
            ) to stdout (format binary)
            """,
            cancellationToken);
        while (await rows.StartRowAsync(cancellationToken) != -1)
        {
            accounts.Add(AccountRow.Read(rows));
        }

        return accounts;
    }
}
