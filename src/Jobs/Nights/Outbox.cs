using Cycle.Jobs.Messages;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Nights;

/// <summary>Queues messages inside the transaction of the work that causes them.</summary>
/// <param name="connection">An open connection inside the partition's transaction.</param>
/// <param name="night">The night.</param>
internal sealed class Outbox(NpgsqlConnection connection, Night night)
{
    public async Task<int> QueueAsync(IReadOnlyCollection<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
        {
            return 0;
        }

        await using var command = new NpgsqlCommand(
            """
            insert into messages (business_date, account_id, kind, mobile, language, text, idempotency_key, gateway)
            select $1, m.account_id, m.kind, m.mobile, m.language, m.text, m.idempotency_key, $8
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                as m (account_id, kind, mobile, language, text, idempotency_key)
            on conflict (idempotency_key) do nothing
            """,
            connection);
        command.Parameters.Add(new() { Value = night.Date, NpgsqlDbType = NpgsqlDbType.Date });
        foreach (var column in (Func<OutgoingMessage, string>[])
        [
            message => message.AccountId, message => message.Kind, message => message.Mobile, message => message.Language,
            message => message.Text, message => message.Key,
        ])
        {
            command.Parameters.Add(new() { Value = messages.Select(column).ToArray() });
        }

        command.Parameters.Add(new() { Value = night.Settings.Messages.Gateway == GatewayKind.Kannel ? "kannel" : "file" });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
