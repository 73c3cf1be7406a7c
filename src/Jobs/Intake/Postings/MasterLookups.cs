using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// Gives rows their cards and rates. It has a connection of its own, so that a chunk's are found while the server still writes chunks
/// before; no master changes meanwhile, since files are taken in one at a time.
/// </summary>
internal sealed class MasterLookups : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly KnownCards _cards;
    private readonly KnownRates _rates;
    private readonly Task _loading;

    /// <summary>Begins to read what is worth reading before the first row asks for it.</summary>
    /// <param name="connection">The connection; nobody else uses it, and it is closed with this.</param>
    /// <param name="rows">How many rows are going to ask, about.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public MasterLookups(NpgsqlConnection connection, long rows, CancellationToken cancellationToken)
    {
        _connection = connection;
        _cards = new(connection);
        _rates = new(connection);
        _loading = Task.Run(() => _cards.LoadAsync(rows, cancellationToken), CancellationToken.None);
    }

    /// <summary>Gives rows their cards and rates; rows already rejected get none.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task CompleteAsync(List<PostingRow> rows, CancellationToken cancellationToken)
    {
        await _loading;
        var (withoutCard, withoutRates) = (new List<PostingRow>(), new List<PostingRow>());
        foreach (var row in rows)
        {
            if (row.Rejection is null && !_cards.TryGive(row))
            {
                withoutCard.Add(row);
            }

            if (row.Rejection is null && row.NeedsRate && !_rates.TryGive(row))
            {
                withoutRates.Add(row);
            }
        }

        await _cards.LookUpAsync(withoutCard, cancellationToken);
        await _rates.LookUpAsync(withoutRates, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Not while it is still read from: the file may be given up before its first row.
        await _loading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _connection.DisposeAsync();
    }
}
