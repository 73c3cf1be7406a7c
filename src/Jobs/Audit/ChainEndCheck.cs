using Cycle.Ledger;
using Cycle.Ledger.Journal;
using Npgsql;

namespace Cycle.Jobs.Audit;

/// <summary>A chain cut off at its end is still a chain: its head knows where it ended, and what was owed then.</summary>
/// <param name="connection">An open connection used for nothing else meanwhile.</param>
/// <param name="findings">Where accounts are named whose journal ends elsewhere than its head says.</param>
internal sealed class ChainEndCheck(NpgsqlConnection connection, List<string> findings)
{
    private const int MaxFindings = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select coalesce(h.account_id, j.account_id), coalesce(h.entry, 0), coalesce(j.entry, 0), coalesce(h.balance, 0), coalesce(b.balance, 0)
            from journal_heads h
            full join (select distinct on (account_id) account_id, entry, hash from journal order by account_id, entry desc) j
                on j.account_id = h.account_id
            left join (
                select account_id, sum(debit - credit)::bigint as balance from journal where gl_account = any($1) group by account_id) b
                on b.account_id = j.account_id
            where (h.entry, h.hash, h.balance) is distinct from (j.entry, j.hash, coalesce(b.balance, 0))
            order by 1 limit {MaxFindings}
            """,
            connection);
        command.Parameters.Add(new() { Value = GlAccount.OfBalances.ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var (account, said, found) = (rows.GetString(0), rows.GetInt32(1), rows.GetInt32(2));
            var (balance, owed) = (new Money(rows.GetInt64(3)), new Money(rows.GetInt64(4)));
            findings.Add(balance == owed
                ? $"journal: account {account} ends with entry {found}; its head says entry {said} and another hash"
                : $"journal: account {account} ends with entry {found} and a balance of {owed}; its head says entry {said} and {balance}");
        }
    }
}
