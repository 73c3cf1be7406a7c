using Cycle.Ledger.Storage.Statements;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>
/// The tariffs that statements were made by, each read once. In a night it is the night's own, of which nothing needs to be read; a statement
/// that stood already when its account was run later by another tariff is still drawn by the one it names.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="own">The night's own tariff; null outside a night.</param>
internal sealed class StatementTariffs(NpgsqlDataSource database, Tariff? own = null)
{
    private readonly Dictionary<string, Tariff> _others = new(StringComparer.Ordinal);

    /// <summary>The tariff of a statement.</summary>
    public async ValueTask<Tariff> OfAsync(StoredStatement stored, CancellationToken cancellationToken)
    {
        if (stored.TariffSha256 == own?.Sha256)
        {
            return own;
        }

        if (!_others.TryGetValue(stored.TariffSha256, out var tariff))
        {
            // The connection that statements come from is busy with them.
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            tariff = (await TariffRecord.ReadAsync(connection, stored.TariffSha256, cancellationToken)).Tariff;
            _others.Add(stored.TariffSha256, tariff);
        }

        return tariff;
    }
}
