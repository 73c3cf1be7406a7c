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

    /// <returns>How many entries were checked.</returns>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        await using var rows = await connection.BeginBinaryExportAsync(
            $"copy (select account_id, entry, {StoredEntry.Columns} from journal order by account_id, entry, line) to stdout (format binary)",
            cancellationToken);
        long entries = 0;
        StoredEntry? current = null;
        while (await rows.StartRowAsync(cancellationToken) != -1)
        {
            var (accountId, number) = (rows.Read<string>(), rows.Read<int>());
            if (current is null || current.AccountId != accountId || current.Number != number)
            {
                entries += Check(current);
                Tell(entries);
                current = new(accountId, number);
            }

            current.Read(rows);
        }

        return entries + Check(current);
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
}
