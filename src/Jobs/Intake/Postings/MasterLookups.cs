using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// Gives rows their cards and rates, each looked up once and kept. It has a connection of its own, so that a chunk's are found while the
/// server still writes chunks before; no master changes meanwhile, since files are taken in one at a time.
/// </summary>
/// <param name="connection">The connection; nobody else uses it, and it is closed with this.</param>
internal sealed class MasterLookups(NpgsqlConnection connection) : IAsyncDisposable
{
    private const int MostCardsKept = 400_000;
    private const int MostTablesKept = 1_000;

    private readonly Dictionary<string, CardFacts?> _cards = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOnly, FxTable> _tables = [];

    /// <summary>Gives rows their cards and rates; rows already rejected get none.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task CompleteAsync(List<PostingRow> rows, CancellationToken cancellationToken)
    {
        if (_cards.Count > MostCardsKept || _tables.Count > MostTablesKept)
        {
            _cards.Clear();
            _tables.Clear();
        }

        var readable = rows.FindAll(row => row.Rejection is null);
        await LookUpCardsAsync(readable.FindAll(row => !TryGiveCard(row)), cancellationToken);
        await LookUpRatesAsync(readable.FindAll(row => row.NeedsRate && !TryGiveRates(row)), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private bool TryGiveCard(PostingRow row)
    {
        var isKnown = _cards.TryGetValue(row.CardId, out var card);
        row.Card = card;
        return isKnown;
    }

    private bool TryGiveRates(PostingRow row)
    {
        var isKnown = _tables.TryGetValue(row.PostingDate, out var table);
        row.Rates = table;
        return isKnown;
    }

    private async Task LookUpCardsAsync(List<PostingRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await LookupBatch.RunAsync(connection, [(LookupQueries.Cards(rows.Select(row => row.CardId)), ReadCard)], cancellationToken);
        foreach (var row in rows)
        {
            if (!TryGiveCard(row))
            {
                _cards.Add(row.CardId, null);
            }
        }
    }

    private async Task LookUpRatesAsync(List<PostingRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await LookupBatch.RunAsync(connection, [(LookupQueries.Fx([.. rows.Select(row => row.PostingDate).Distinct()]), ReadRate)], cancellationToken);
        rows.ForEach(row => TryGiveRates(row));
    }

    private void ReadCard(NpgsqlDataReader reader) => _cards.Add(
        reader.GetString(0),
        new(reader.GetString(1), reader.GetString(2), Date(reader, 3), Date(reader, 4), Date(reader, 5), Date(reader, 6)));

    private void ReadRate(NpgsqlDataReader reader)
    {
        var day = reader.GetFieldValue<DateOnly>(0);
        if (!_tables.TryGetValue(day, out var table))
        {
            _tables.Add(day, table = new FxTable(Date(reader, 1)));
        }

        if (!reader.IsDBNull(2))
        {
            table.Add(reader.GetString(2), reader.GetString(3), reader.GetDecimal(4));
        }
    }

    private static DateOnly? Date(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);
}
