using Cycle.Ledger.Journal;
using Cycle.Ledger.Storage.Copying;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Ledger.Storage.Books;

/// <summary>Appends entries to accounts' chains by COPY, inside the transaction of the work they book.</summary>
/// <param name="connection">An open connection inside a transaction.</param>
public sealed class JournalWriter(NpgsqlConnection connection)
{
    /// <summary>Appends entries; the accounts' heads are moved on with them.</summary>
    /// <param name="entries">Entries by account, each list in order.</param>
    /// <param name="businessDate">The night.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task AppendAsync(
        IReadOnlyCollection<(string AccountId, IReadOnlyList<JournalEntry> Entries)> entries,
        DateOnly businessDate,
        CancellationToken cancellationToken)
    {
        var booked = entries.Where(account => account.Entries.Count > 0).ToList();
        if (booked.Count == 0)
        {
            return;
        }

        var heads = await ReadHeadsAsync([.. booked.Select(account => account.AccountId)], cancellationToken);
        var moved = new List<(string AccountId, ChainHead Head)>(booked.Count);
        await using (var copy = await CopyIn.BeginAsync(
            connection,
            """
            copy journal (account_id, entry, line, business_date, kind, reference, gl_account, debit, credit, hash)
            from stdin (format binary)
            """,
            columns: 10,
            cancellationToken))
        {
            foreach (var (accountId, ofAccount) in booked)
            {
                var head = heads.GetValueOrDefault(accountId) ?? new ChainHead(0, HashChain.Start, Money.Zero);
                foreach (var entry in ofAccount)
                {
                    var chained = HashChain.Append(head.Hash, accountId, head.Number + 1, businessDate, entry);
                    WriteRows(copy.Rows, chained);
                    head = new(chained.Number, chained.Hash, head.Balance + entry.BalanceEffect);
                }

                moved.Add((accountId, head));
                await copy.FlushIfFullAsync(cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await MoveHeadsAsync(moved, businessDate, cancellationToken);
    }

    private static void WriteRows(CopyRows rows, ChainedEntry entry)
    {
        short number = 0;
        foreach (var line in entry.Entry.Lines)
        {
            rows.StartRow();
            rows.Write(entry.AccountId);
            rows.Write(entry.Number);
            rows.Write(++number);
            rows.Write(entry.BusinessDate);
            rows.Write(entry.Entry.Kind);
            rows.Write(entry.Entry.Reference);
            rows.Write(line.GlAccount);
            rows.Write(line.Debit.Satang);
            rows.Write(line.Credit.Satang);
            rows.Write(entry.Hash.Span);
        }
    }

    private async Task<Dictionary<string, ChainHead>> ReadHeadsAsync(string[] accountIds, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select account_id, entry, hash, balance from journal_heads where account_id = any($1) for update", connection);
        command.Parameters.Add(new() { Value = accountIds });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var heads = new Dictionary<string, ChainHead>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellationToken))
        {
            heads.Add(
                rows.GetString(0), new(rows.GetInt32(1), rows.GetFieldValue<byte[]>(2), new(rows.GetInt64(3))));
        }

        return heads;
    }

    private async Task MoveHeadsAsync(
        List<(string AccountId, ChainHead Head)> moved, DateOnly businessDate, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into journal_heads (account_id, entry, hash, balance, business_date)
            select h.account_id, h.entry, h.hash, h.balance, $5
            from unnest($1::text[], $2::int[], $3::bytea[], $4::bigint[]) as h (account_id, entry, hash, balance)
            on conflict (account_id) do update
            set entry = excluded.entry, hash = excluded.hash, balance = excluded.balance, business_date = excluded.business_date
            """,
            connection);
        command.Parameters.Add(new() { Value = moved.Select(account => account.AccountId).ToArray() });
        command.Parameters.Add(new() { Value = moved.Select(account => account.Head.Number).ToArray() });
        command.Parameters.Add(new() { Value = moved.Select(account => account.Head.Hash.ToArray()).ToArray() });
        command.Parameters.Add(new() { Value = moved.Select(account => account.Head.Balance.Satang).ToArray() });
        command.Parameters.Add(new() { Value = businessDate, NpgsqlDbType = NpgsqlDbType.Date });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
