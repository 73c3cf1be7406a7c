using Cycle.Ledger.Accounts;
using Npgsql;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>Reads cards by COPY.</summary>
/// <param name="connection">An open connection; reads see its transaction.</param>
public sealed class CardReader(NpgsqlConnection connection)
{
    /// <summary>All cards of the accounts of a selection, by account: the primary ones first, then by token.</summary>
    /// <param name="selection">SQL that gives the column <c>account_id</c>, each account once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Cards with the earlier of the master's and the night's cancellation, the date their activation became known, and that of their first fees.</returns>
    public async Task<IReadOnlyDictionary<string, List<StoredCard>>> ReadAsync(
        string selection, CancellationToken cancellationToken)
    {
        var cards = new Dictionary<string, List<StoredCard>>(StringComparer.Ordinal);
        await using var rows = await connection.BeginBinaryExportAsync(
            $"""
            copy (
                select c.card_id, c.account_id, c.role, c.network, c.last4, c.holder_name, c.approved_date, c.activated_date,
                       least(c.cancelled_date, c.night_cancelled_on), c.activation_known_on, c.first_fees_on
                from {Sql.OfEach(selection, "cards", "c")}
                order by c.account_id, c.role, c.card_id
            ) to stdout (format binary)
            """,
            cancellationToken);
        while (await rows.StartRowAsync(cancellationToken) != -1)
        {
            var card = new Card(
                rows.Read<string>(), rows.Read<string>(),
                rows.Read<string>() == "primary" ? CardRole.Primary : CardRole.Supplementary,
                rows.Read<string>(), rows.Read<string>(), rows.Read<string>(), rows.Read<DateOnly>(), rows.DateOrNull(), rows.DateOrNull());
            if (!cards.TryGetValue(card.AccountId, out var list))
            {
                cards.Add(card.AccountId, list = []);
            }

            list.Add(new(card, rows.DateOrNull(), rows.DateOrNull()));
        }

        return cards;
    }
}
