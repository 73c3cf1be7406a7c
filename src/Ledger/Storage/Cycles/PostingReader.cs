using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>Reads the postings of open cycles by COPY.</summary>
/// <param name="connection">An open connection; reads see its transaction.</param>
/// <param name="asOf">The moment the accounts are read at.</param>
public sealed class PostingReader(NpgsqlConnection connection, AsOf asOf)
{
    /// <summary>The postings of a selection's accounts with a value date after the last cut, by account, in any order.</summary>
    /// <param name="selection">SQL that gives the column <c>account_id</c>, each account once; made of constants, dates and numbers only.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Dictionary<string, List<Posting>>> ReadAsync(string selection, CancellationToken cancellationToken)
    {
        var postings = new Dictionary<string, List<Posting>>(StringComparer.Ordinal);
        await using var rows = await connection.BeginBinaryExportAsync(
            $"""
            copy (
                select {PostingRow.Columns}
                from {Sql.OfEach(selection, "accounts", "a")}
                cross join lateral (
                    select * from postings p where {asOf.InCycle} offset 0) p
            ) to stdout (format binary)
            """,
            cancellationToken);
        while (await rows.StartRowAsync(cancellationToken) != -1)
        {
            var (accountId, posting) = PostingRow.Read(rows);
            if (!postings.TryGetValue(accountId, out var list))
            {
                postings.Add(accountId, list = []);
            }

            list.Add(posting);
        }

        return postings;
    }
}
