using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Looks up what the rows of a chunk are judged against: one round trip a chunk, whatever the number of rows.</summary>
/// <param name="connection">The connection of the file's transaction, which sees what the file itself brought so far.</param>
/// <param name="masters">Cards and rates, most of them looked up already.</param>
/// <param name="tariff">Tells which channels have a ceiling a day.</param>
internal sealed class PostingLookups(NpgsqlConnection connection, MasterLookups masters, Tariff tariff)
{
    /// <summary>The facts for some rows; rows already rejected are not looked up.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="withIds">Whether to look up which of their ids were taken before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ChunkFacts> ForAsync(List<PostingRow> rows, bool withIds, CancellationToken cancellationToken)
    {
        var readable = rows.FindAll(row => row.Rejection is null);
        var facts = new ChunkFacts { Masters = await masters.ForAsync(readable, cancellationToken), KeepsOriginals = readable.Exists(row => row.OriginalPostingId is not null) };
        var queries = Queries(readable, facts).ToList();
        if (withIds)
        {
            queries.Add(IdQuery(readable, facts.Taken));
        }

        await LookupBatch.RunAsync(connection, queries, cancellationToken);
        return facts;
    }

    /// <summary>Which ids of some rows were taken before, and from where.</summary>
    public async Task<Dictionary<string, (string FileName, long Line)>> TakenAsync(List<PostingRow> rows, CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, (string, long)>(StringComparer.Ordinal);
        if (rows.Count > 0)
        {
            await LookupBatch.RunAsync(connection, [IdQuery(rows, taken)], cancellationToken);
        }

        return taken;
    }

    private static (NpgsqlBatchCommand Command, Action<NpgsqlDataReader> Read) IdQuery(List<PostingRow> rows, Dictionary<string, (string, long)> taken) =>
        (LookupQueries.Taken(rows), reader => taken.Add(reader.GetString(0), (reader.GetString(1), reader.GetInt64(2))));

    private IEnumerable<(NpgsqlBatchCommand Command, Action<NpgsqlDataReader> Read)> Queries(List<PostingRow> rows, ChunkFacts facts)
    {
        if (rows.Where(row => HasDayCeiling(row, tariff)).ToList() is [_, ..] limited)
        {
            yield return (LookupQueries.ChannelDays(limited), reader =>
                facts.ChannelDays[(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2))] = reader.GetInt64(3));
        }

        if (rows.Where(row => row.OriginalPostingId is not null).Select(row => row.OriginalPostingId!).Distinct().ToArray() is [_, ..] originals)
        {
            yield return (LookupQueries.Originals(originals), reader => facts.Originals.Add(reader.GetString(0), ReadOriginal(reader)));
        }
    }

    /// <summary>Whether a payment counts against a ceiling a day.</summary>
    internal static bool HasDayCeiling(PostingRow row, Tariff tariff) =>
        row.Channel.Length > 0 && tariff.Channels.TryGetValue(row.Channel, out var terms) && terms.On(row.TransactionDate).MaxPerDay is not null;

    private static OriginalFacts ReadOriginal(NpgsqlDataReader reader) =>
        new((PostingKind)reader.GetInt16(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt64(5))
        {
            ReversedBy = reader.IsDBNull(6) ? null : reader.GetString(6),
        };
}
