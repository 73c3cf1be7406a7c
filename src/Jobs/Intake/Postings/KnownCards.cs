using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// The cards that rows name, kept once they were read. Where a file has as many rows as there are cards, all are read at once in the order in
/// which they lie, a sixth of the work of looking each up by index.
/// </summary>
/// <param name="connection">The connection of the <see cref="MasterLookups"/>.</param>
internal sealed class KnownCards(NpgsqlConnection connection)
{
    private const int MostKept = 400_000;

    private readonly Dictionary<IdText, CardFacts?> _cards = [];
    private bool _hasAll;

    /// <summary>Reads all cards, unless they are more than the rows that may name them, or too many to be kept.</summary>
    /// <param name="rows">How many rows there may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task LoadAsync(long rows, CancellationToken cancellationToken)
    {
        var most = (int)Math.Min(rows, MostKept);
        var cards = 0;
        await LookupBatch.RunAsync(connection, [(LookupQueries.CountCards(most + 1), row => cards = (int)row.GetInt64(0))], cancellationToken);
        if (cards <= most)
        {
            _cards.EnsureCapacity(cards);
            await LookupBatch.RunAsync(connection, [(LookupQueries.AllCards(), Read)], cancellationToken);
            _hasAll = true;
        }
    }

    /// <summary>Gives a row its card; null when it is on no master.</summary>
    /// <returns>False when it has to be looked up first.</returns>
    public bool TryGive(PostingRow row)
    {
        var isKnown = _cards.TryGetValue(row.CardId, out var card);
        row.Card = card;
        return isKnown || _hasAll;
    }

    /// <summary>Looks up the cards of rows and gives them to these.</summary>
    public async Task LookUpAsync(List<PostingRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (_cards.Count > MostKept)
        {
            _cards.Clear();
        }

        await LookupBatch.RunAsync(connection, [(LookupQueries.Cards(rows.Select(row => row.CardId.Text)), Read)], cancellationToken);
        foreach (var row in rows)
        {
            if (!TryGive(row))
            {
                _cards.Add(IdText.Of(row.CardId.Text), null);
            }
        }
    }

    private void Read(NpgsqlDataReader reader) => _cards.Add(
        IdText.Of(reader.GetFieldValue<byte[]>(0)),
        // There are two networks, and hundreds of thousands of cards.
        new(reader.GetString(1), string.Intern(reader.GetString(2)), reader.DateOrNull(3), reader.DateOrNull(4), reader.DateOrNull(5), reader.DateOrNull(6)));
}
