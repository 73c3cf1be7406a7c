using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// Looks up cards and rates once each and keeps them. It has a connection of its own, so that the next chunk's are found while the server
/// still writes the chunk before; no master changes meanwhile, since files are taken in one at a time.
/// </summary>
/// <param name="connection">The connection; nobody else uses it, and it is closed with this.</param>
internal sealed class MasterLookups(NpgsqlConnection connection) : IAsyncDisposable
{
    private const int MostCardsKept = 400_000;
    private const int MostTablesKept = 1_000;

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private MasterFacts _facts = new();

    /// <summary>Facts that hold the cards and rates of some rows; rows already rejected are not looked up.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MasterFacts> ForAsync(IEnumerable<PostingRow> rows, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (_facts.Cards.Count > MostCardsKept || _facts.Fx.Count > MostTablesKept)
            {
                // Rows may still be judged against the others.
                _facts = new();
            }

            await AddAsync(rows.Where(row => row.Rejection is null).ToList(), cancellationToken);
            return _facts;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _oneAtATime.Dispose();
        return connection.DisposeAsync();
    }

    private async Task AddAsync(List<PostingRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Select(row => row.CardId).Where(card => !_facts.Cards.ContainsKey(card)).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } cards)
        {
            await LookupBatch.RunAsync(connection, [(LookupQueries.Cards([.. cards]), ReadCard)], cancellationToken);
            foreach (var card in cards)
            {
                _facts.Cards.TryAdd(card, null);
            }
        }

        if (rows.Where(row => row.NeedsRate && !_facts.Fx.ContainsKey(row.PostingDate)).Select(row => row.PostingDate).ToHashSet() is { Count: > 0 } days)
        {
            var tables = new Dictionary<DateOnly, FxTable>();
            await LookupBatch.RunAsync(connection, [(LookupQueries.Fx([.. days]), reader => ReadRate(reader, tables))], cancellationToken);
            foreach (var (day, table) in tables)
            {
                _facts.Fx.TryAdd(day, table);
            }
        }
    }

    private static DateOnly? Date(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);

    private void ReadCard(NpgsqlDataReader reader) => _facts.Cards.TryAdd(
        reader.GetString(0),
        new(reader.GetString(1), reader.GetString(2), Date(reader, 3), Date(reader, 4), Date(reader, 5), Date(reader, 6)));

    private static void ReadRate(NpgsqlDataReader reader, Dictionary<DateOnly, FxTable> tables)
    {
        var day = reader.GetFieldValue<DateOnly>(0);
        if (!tables.TryGetValue(day, out var table))
        {
            tables.Add(day, table = new FxTable(Date(reader, 1)));
        }

        if (!reader.IsDBNull(2))
        {
            table.Add(reader.GetString(2), reader.GetString(3), reader.GetDecimal(4));
        }
    }
}
