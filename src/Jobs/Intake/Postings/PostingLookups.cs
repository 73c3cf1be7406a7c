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

    /// <summary>Gathers what the rows of a chunk need, without asking the store.</summary>
    /// <param name="keys">Gets it.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="allIds">Whether all ids are going to be looked up anyway.</param>
    public void Gather(LookupKeys keys, IEnumerable<PostingRow> rows, bool allIds) => keys.Gather(rows, allIds ? null : _seen ??= new(), tariff);

    /// <summary>Fills in the facts for a chunk.</summary>
    /// <param name="facts">The facts. Where they are not to know the ids taken by earlier files, they get those of this file.</param>
    /// <param name="keys">What the rows of the chunk need.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task FillAsync(ChunkFacts facts, LookupKeys keys, CancellationToken cancellationToken)
    {
        facts.KeepsOriginals = keys.Originals.Count > 0;
        await LookupBatch.RunAsync(connection, Queries(facts, keys), cancellationToken);
        keys.Limited.ForEach(facts.CarryOn);
    }

    private static List<(NpgsqlBatchCommand Command, Action<NpgsqlDataReader> Read)> Queries(ChunkFacts facts, LookupKeys keys)
    {
        var queries = new List<(NpgsqlBatchCommand, Action<NpgsqlDataReader>)>();
        if (keys.Ids(all: facts.KnowsIds) is { Count: > 0 } ids)
        {
            queries.Add((LookupQueries.Taken(ids), reader => facts.Take(IdText.Of(reader.GetString(0)), reader.GetString(1), reader.GetInt64(2))));
        }

        if (keys.Limited.Count > 0)
        {
            queries.Add((LookupQueries.ChannelDays(keys.Limited), reader =>
                facts.ChannelDays[(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2))] = reader.GetInt64(3)));
        }

        if (keys.Originals.Count > 0)
        {
            queries.Add((LookupQueries.Originals(keys.Originals), reader => facts.Originals.Add(reader.GetString(0), ReadOriginal(reader))));
        }

        return queries;
    }

    private static OriginalFacts ReadOriginal(NpgsqlDataReader reader) =>
        new((PostingKind)reader.GetInt16(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt64(5))
        {
            ReversedBy = reader.IsDBNull(6) ? null : reader.GetString(6),
        };
}
