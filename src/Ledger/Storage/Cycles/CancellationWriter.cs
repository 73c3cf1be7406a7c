using Cycle.Ledger.Dormancy;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>Writes the cards that a night cancels: the cancellations themselves and, for all later reads, the date at the card.</summary>
/// <param name="connection">An open connection inside the partition's transaction.</param>
public sealed class CancellationWriter(NpgsqlConnection connection)
{
    /// <summary>Cancels cards by one statement; none costs nothing.</summary>
    /// <param name="cancelled">The cards, each once.</param>
    /// <param name="businessDate">The night.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WriteAsync(IReadOnlyCollection<CardCancellation> cancelled, DateOnly businessDate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cancelled);
        if (cancelled.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            """
            with made as (
                insert into cancellations (business_date, card_id, account_id, reason)
                select $1, c.card_id, c.account_id, c.reason
                from unnest($2::text[], $3::text[], $4::text[]) as c (card_id, account_id, reason)
                returning card_id)
            update cards set night_cancelled_on = $1 from made where cards.card_id = made.card_id
            """,
            connection);
        command.Parameters.Add(new() { Value = businessDate, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = cancelled.Select(card => card.CardId).ToArray() });
        command.Parameters.Add(new() { Value = cancelled.Select(card => card.AccountId).ToArray() });
        command.Parameters.Add(new() { Value = cancelled.Select(card => card.ReasonName).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
