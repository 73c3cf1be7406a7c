using Npgsql;

namespace Cycle.Jobs.Intake.Openings;

/// <summary>Looks up what the accounts of a chunk are judged against: one round trip a chunk.</summary>
/// <param name="connection">The connection of the file's transaction, which sees what the file itself brought so far.</param>
internal sealed class OpeningLookups(NpgsqlConnection connection)
{
    /// <summary>The facts for some rows.</summary>
    public async Task<OpeningFacts> ForAsync(IReadOnlyCollection<OpeningRow> rows, CancellationToken cancellationToken)
    {
        var facts = new OpeningFacts();
        var accounts = rows.Select(row => row.AccountId).Distinct().ToArray();
        var postings = rows.Select(row => row.PostingId).Where(id => id.Length > 0).Distinct().ToArray();
        (string Sql, string[] Keys, Action<NpgsqlDataReader> Read)[] queries =
        [
            ("""
             select a.account_id, a.product, a.last_cut, (select min(p.value_date) from postings p where p.account_id = a.account_id)
             from accounts a where a.account_id = any($1)
             """,
                accounts,
                row => facts.Accounts.Add(row.GetString(0), new(row.GetString(1), Date(row, 2), Date(row, 3)))),
            ("select account_id, from_date, statement_day, secured from account_terms where account_id = any($1) order by account_id, from_date",
                accounts,
                row => ReadTerms(row, facts)),
            ("select card_id, account_id from cards where account_id = any($1)", accounts, row => facts.Cards.Add(row.GetString(0), row.GetString(1))),
            ("select posting_id, file_name, line from postings where posting_id = any($1)",
                postings,
                row => facts.Taken.Add(row.GetString(0), (row.GetString(1), row.GetInt64(2)))),
        ];
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (sql, keys, _) in queries)
        {
            batch.BatchCommands.Add(new(sql) { Parameters = { new() { Value = keys } } });
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var (_, _, read) in queries)
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                read(reader);
            }

            await reader.NextResultAsync(cancellationToken);
        }

        return facts;
    }

    private static void ReadTerms(NpgsqlDataReader row, OpeningFacts facts)
    {
        if (!facts.Terms.TryGetValue(row.GetString(0), out var terms))
        {
            facts.Terms.Add(row.GetString(0), terms = []);
        }

        terms.Add(new(row.GetFieldValue<DateOnly>(1), row.GetInt16(2), row.GetBoolean(3)));
    }

    private static DateOnly? Date(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
