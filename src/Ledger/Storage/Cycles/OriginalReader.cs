using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>Reads by COPY the postings of earlier cycles that refunds and reversals of the open one name.</summary>
/// <param name="connection">An open connection; reads see its transaction.</param>
/// <param name="asOf">The moment the accounts are read at.</param>
internal sealed class OriginalReader(NpgsqlConnection connection, AsOf asOf)
{
    /// <summary>The originals of a selection's accounts by account and id; an account whose credits name none is not there.</summary>
    /// <param name="selection">SQL that gives the column <c>account_id</c>, each account once; made of constants, dates and numbers only.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Dictionary<string, Dictionary<string, Posting>>> ReadAsync(string selection, CancellationToken cancellationToken)
    {
        var originals = new Dictionary<string, Dictionary<string, Posting>>(StringComparer.Ordinal);
        await using var rows = await connection.BeginBinaryExportAsync(
            $"""
            copy (
                select distinct on (p.posting_id) {PostingRow.Columns}
                from {Sql.OfEach(selection, "accounts", "a")}
                cross join lateral (
                    select original_posting_id from postings
                    where account_id = a.account_id and value_date > coalesce({asOf.LastCut}, '-infinity') and original_posting_id is not null
                    offset 0) credit
                cross join lateral (select * from postings where posting_id = credit.original_posting_id offset 0) p
                where p.value_date <= {asOf.LastCut}
                order by p.posting_id
            ) to stdout (format binary)
            """,
            cancellationToken);
        while (await rows.StartRowAsync(cancellationToken) != -1)
        {
            var (accountId, posting) = PostingRow.Read(rows);
            if (!originals.TryGetValue(accountId, out var ofAccount))
            {
                originals.Add(accountId, ofAccount = []);
            }

            ofAccount.Add(posting.PostingId, posting);
        }

        return originals;
    }
}
