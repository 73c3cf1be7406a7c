using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Looks up what the rows of a chunk are judged against: one round trip a chunk, whatever the number of rows.</summary>
/// <param name="connection">The connection of the file's transaction, which sees what the file itself brought so far.</param>
/// <param name="tariff">Tells which channels have a ceiling a day.</param>
internal sealed class PostingLookups(NpgsqlConnection connection, Tariff tariff)
{
    private SeenIds? _seen;

    /// <summary>Fills in the facts for some rows; rows already rejected are not looked up.</summary>
    /// <param name="facts">The facts. Where they are not to know the ids taken by earlier files, they get those of this file.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task FillAsync(ChunkFacts facts, IEnumerable<PostingRow> rows, CancellationToken cancellationToken)
    {
        var (ids, limited, originals) = (new List<string>(), new List<PostingRow>(), new List<string>());
        foreach (var row in rows.Where(row => row.Rejection is null))
        {
            if (facts.KnowsIds || (_seen ??= new()).Add(row.PostingId))
            {
                ids.Add(row.PostingId.Text);
            }

            if (row.Card is not null && HasDayCeiling(row, tariff))
            {
                limited.Add(row);
            }

            if (row.OriginalPostingId is { } original)
            {
                originals.Add(original);
            }
        }

        facts.KeepsOriginals = originals.Count > 0;
        await LookupBatch.RunAsync(connection, Queries(facts, ids, limited, originals), cancellationToken);
        limited.ForEach(facts.CarryOn);
    }

    private static List<(NpgsqlBatchCommand Command, Action<NpgsqlDataReader> Read)> Queries(
        ChunkFacts facts, List<string> ids, List<PostingRow> limited, List<string> originals)
    {
        var queries = new List<(NpgsqlBatchCommand, Action<NpgsqlDataReader>)>();
        if (ids.Count > 0)
        {
            queries.Add((LookupQueries.Taken(ids), reader => facts.Take(IdText.Of(reader.GetString(0)), reader.GetString(1), reader.GetInt64(2))));
        }

        if (limited.Count > 0)
        {
            queries.Add((LookupQueries.ChannelDays(limited), reader =>
                facts.ChannelDays[(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2))] = reader.GetInt64(3)));
        }

        if (originals.Count > 0)
        {
            queries.Add((LookupQueries.Originals(originals), reader => facts.Originals.Add(reader.GetString(0), ReadOriginal(reader))));
        }

        return queries;
    }

    /// <summary>Whether a payment counts against a ceiling a day.</summary>
    private static bool HasDayCeiling(PostingRow row, Tariff tariff) =>
        row.Channel.Length > 0 && tariff.Channels.TryGetValue(row.Channel, out var terms) && terms.On(row.TransactionDate).MaxPerDay is not null;

    private static OriginalFacts ReadOriginal(NpgsqlDataReader reader) =>
        new((PostingKind)reader.GetInt16(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt64(5))
        {
            ReversedBy = reader.IsDBNull(6) ? null : reader.GetString(6),
        };
}
