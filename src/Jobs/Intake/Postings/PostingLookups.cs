using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Looks up what the rows of a chunk are judged against: one round trip a chunk, whatever the number of rows.</summary>
/// <param name="connection">The connection of the file's transaction, which sees what the file itself brought so far.</param>
/// <param name="tariff">Tells which channels have a ceiling a day.</param>
internal sealed class PostingLookups(NpgsqlConnection connection, Tariff tariff)
{
    private const int MostCardsKept = 200_000;
    private const int MostTablesKept = 1_000;

    private readonly Dictionary<string, CardFacts> _cards = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOnly, FxTable> _fx = [];

    /// <summary>The facts for some rows; rows already rejected are not looked up.</summary>
    public async Task<ChunkFacts> ForAsync(IReadOnlyCollection<PostingRow> rows, CancellationToken cancellationToken)
    {
        Trim();
        var facts = new ChunkFacts { Cards = _cards, Fx = _fx, KeepsOriginals = rows.Any(row => row.OriginalPostingId is not null) };
        await using var batch = new NpgsqlBatch(connection);
        var readers = new List<Action<NpgsqlDataReader>>();
        foreach (var (command, read) in Queries(rows.Where(row => row.Rejection is null).ToList(), facts))
        {
            batch.BatchCommands.Add(command);
            readers.Add(read);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var read in readers)
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                read(reader);
            }

            await reader.NextResultAsync(cancellationToken);
        }

        return facts;
    }

    private IEnumerable<(NpgsqlBatchCommand Command, Action<NpgsqlDataReader> Read)> Queries(List<PostingRow> rows, ChunkFacts facts)
    {
        yield return (LookupQueries.Taken(rows), reader => facts.Taken[reader.GetString(0)] = (reader.GetString(1), reader.GetInt64(2)));
        yield return (LookupQueries.Cards([.. rows.Select(row => row.CardId).Where(card => !_cards.ContainsKey(card)).Distinct()]), ReadCard);
        if (rows.Where(row => row.NeedsRate && !_fx.ContainsKey(row.PostingDate)).Select(row => row.PostingDate).Distinct().ToArray() is [_, ..] days)
        {
            yield return (LookupQueries.Fx(days), ReadRate);
        }

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

    private static DateOnly? Date(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);

    private void ReadCard(NpgsqlDataReader reader) => _cards.Add(
        reader.GetString(0),
        new(reader.GetString(1), reader.GetString(2), Date(reader, 3), Date(reader, 4), Date(reader, 5), Date(reader, 6)));

    private void ReadRate(NpgsqlDataReader reader)
    {
        var day = reader.GetFieldValue<DateOnly>(0);
        if (!_fx.TryGetValue(day, out var table))
        {
            _fx.Add(day, table = new FxTable(Date(reader, 1)));
        }

        if (!reader.IsDBNull(2))
        {
            table.Add(reader.GetString(2), reader.GetString(3), reader.GetDecimal(4));
        }
    }

    private void Trim()
    {
        if (_cards.Count > MostCardsKept)
        {
            _cards.Clear();
        }

        if (_fx.Count > MostTablesKept)
        {
            _fx.Clear();
        }
    }
}
