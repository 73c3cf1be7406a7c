using Npgsql;
using NpgsqlTypes;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>Keeps at the card when its entrance and first annual fee were posted: they are posted once, whatever masters tell later.</summary>
/// <param name="connection">An open connection inside the partition's transaction.</param>
public sealed class FirstFeesWriter(NpgsqlConnection connection)
{
    /// <summary>Marks cards by one statement; none costs nothing.</summary>
    /// <param name="cardIds">The cards.</param>
    /// <param name="businessDate">The night that posts the fees.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WriteAsync(IReadOnlyCollection<string> cardIds, DateOnly businessDate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cardIds);
        if (cardIds.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand("update cards set first_fees_on = $1 where card_id = any($2)", connection);
        command.Parameters.Add(new() { Value = businessDate, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = cardIds.ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
