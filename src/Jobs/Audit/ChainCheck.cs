using Cycle.Ledger;
using Cycle.Ledger.Journal;
using Npgsql;

namespace Cycle.Jobs.Audit;

/// <summary>Recomputes every account's hash chain, one account after the other so that memory stays flat, and names the first entry that was altered.</summary>
/// <param name="connection">An open connection used for nothing else meanwhile.</param>
/// <param name="findings">Where what was altered is named.</param>
/// <param name="told">Told now and then how many entries have been checked.</param>
internal sealed class ChainCheck(NpgsqlConnection connection, List<string> findings, Action<long>? told = null)
{
    private const int ToldEvery = 1000;
    private const int MaxFindings = 100;
    private string _account = "";
    private ReadOnlyMemory<byte> _previous = HashChain.Start;
    private int _number;
    private bool _isBroken;

    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        long entries = 0;
        await using (var rows = await connection.BeginBinaryExportAsync(
            """
            copy (
                select account_id, entry, line, business_date, kind, reference, gl_account, debit, credit, hash
                from journal order by account_id, entry, line
            ) to stdout (format binary)
            """,
            cancellationToken))
        {
            StoredEntry? current = null;
            while (await rows.StartRowAsync(cancellationToken) != -1)
            {
                var (accountId, number) = (rows.Read<string>(), rows.Read<int>());
                if (current is null || current.AccountId != accountId || current.Number != number)
                {
                    entries += Check(current);
                    Tell(entries);
                    current = new(accountId, number, [], []);
                }

                current.Read(rows);
            }

            entries += Check(current);
        }

        await CheckEndsAsync(cancellationToken);
        return entries;
    }

    private void Tell(long entries)
    {
        if (entries % ToldEvery == 0)
        {
            told?.Invoke(entries);
        }
    }

    private int Check(StoredEntry? entry)
    {
        if (entry is null)
        {
            return 0;
        }

        if (entry.AccountId != _account)
        {
            (_account, _previous, _number, _isBroken) = (entry.AccountId, HashChain.Start, 0, false);
        }

        if (!_isBroken && findings.Count < MaxFindings)
        {
            var expected = HashChain.Append(_previous, entry.AccountId, _number + 1, entry.BusinessDate, entry.ToEntry()).Hash;
            if (entry.Number != _number + 1)
            {
                Break($"journal: account {entry.AccountId} has entry {entry.Number} after entry {_number}; one in between is missing");
            }
            else if (!entry.IsWhole || entry.Hashes.Any(hash => !hash.AsSpan().SequenceEqual(expected.Span)))
            {
                Break(
                    $"journal: account {entry.AccountId} entry {entry.Number} ({entry.Kind} {entry.Reference} of " +
                    $"{entry.BusinessDate:yyyy-MM-dd}) was altered: its hash does not follow from its content and the entry before");
            }
        }

        (_previous, _number) = (entry.Hashes[0], entry.Number);
        return 1;
    }

    private void Break(string finding)
    {
        // Everything behind the first altered entry would be named as well, and says nothing new.
        _isBroken = true;
        findings.Add(finding);
    }

    /// <summary>A chain cut off at its end is still a chain: its head knows where it ended, and what was owed then.</summary>
    private async Task CheckEndsAsync(CancellationToken cancellationToken)
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

    /// <summary>An entry as its rows say, each row with its own copy of the hash.</summary>
    private sealed record StoredEntry(string AccountId, int Number, List<JournalLine> Lines, List<byte[]> Hashes)
    {
        public DateOnly BusinessDate { get; private set; }

        public string Kind { get; private set; } = "";

        public string Reference { get; private set; } = "";

        /// <summary>Whether its rows are numbered one by one and say the same of the entry, each of which carries all of it.</summary>
        public bool IsWhole { get; private set; } = true;

        public void Read(NpgsqlBinaryExporter row)
        {
            IsWhole &= row.Read<short>() == Lines.Count + 1;
            var said = (row.Read<DateOnly>(), row.Read<string>(), row.Read<string>());
            if (Lines.Count == 0)
            {
                (BusinessDate, Kind, Reference) = said;
            }

            IsWhole &= said == (BusinessDate, Kind, Reference);
            Lines.Add(new(row.Read<string>(), new Money(row.Read<long>()), new Money(row.Read<long>())));
            Hashes.Add(row.Read<byte[]>());
        }

        public JournalEntry ToEntry() => new(Kind, Reference, Lines);
    }
}
