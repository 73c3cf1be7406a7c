using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Nights;

/// <summary>Queues messages inside the transaction of the work that causes them.</summary>
/// <param name="connection">An open connection inside the partition's transaction.</param>
/// <param name="businessDate">The night.</param>
internal sealed class Outbox(NpgsqlConnection connection, DateOnly businessDate)
{
    public async Task<int> QueueAsync(IReadOnlyCollection<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
        {
            return 0;
        }

        await using var command = new NpgsqlCommand(
            """
            insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key)
            select $1, m.account_id, m.kind, m.mobile, m.language, m.text, m.idempotency_key
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                as m (account_id, kind, mobile, language, text, idempotency_key)
            on conflict (idempotency_key) do nothing
            """,
            connection);
        command.Parameters.Add(new() { Value = businessDate, NpgsqlDbType = NpgsqlDbType.Date });
        foreach (var column in (Func<OutgoingMessage, string>[])
        [
            message => message.AccountId, message => message.Kind, message => message.Mobile, message => message.Language,
            message => message.Text, message => message.Key,
        ])
        {
            command.Parameters.Add(new() { Value = messages.Select(column).ToArray() });
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
