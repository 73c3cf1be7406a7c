using Cycle.Jobs.Audit;
using Cycle.Jobs.Runs;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Messages;

/// <summary>What operations do with messages: look at them, and resend those that did not arrive.</summary>
/// <param name="database">The store.</param>
public sealed class MessageDesk(NpgsqlDataSource database)
{
    /// <summary>How many messages are in each state.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select state, count(*) from messages group by state");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellationToken))
        {
            counts.Add(row.GetString(0), row.GetInt64(1));
        }

        return counts;
    }

    /// <summary>The latest messages, newest first.</summary>
    /// <param name="states">Only of these states; none is all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<ListedMessage>> ListAsync(string[] states, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select message_id, business_date, account_id, kind, mobile, state, attempts, coalesce(last_word, '')
            from messages where cardinality($1) = 0 or state = any($1) order by message_id desc limit $2
            """);
        command.Parameters.Add(new() { Value = states });
        command.Parameters.Add(new() { Value = most });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var messages = new List<ListedMessage>();
        while (await row.ReadAsync(cancellationToken))
        {
            messages.Add(new(
                row.GetInt64(0), row.GetFieldValue<DateOnly>(1), row.GetString(2), row.GetString(3), MobileMask.Of(row.GetString(4)),
                row.GetString(5), row.GetInt32(6), row.GetString(7)));
        }

        return messages;
    }

    /// <summary>The state a message is in.</summary>
    /// <exception cref="RefusedException">There is no such message.</exception>
    public async Task<string> StateAsync(long messageId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select state from messages where message_id = $1");
        command.Parameters.Add(new() { Value = messageId });
        return await command.ExecuteScalarAsync(cancellationToken) as string
            ?? throw new RefusedException($"There is no message {messageId}. See `cycle messages`.");
    }

    /// <summary>Everything that happened to a message, in order.</summary>
    public async Task<IReadOnlyList<MessageEvent>> EventsAsync(long messageId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select at, event, detail, by from message_events where message_id = $1 order by event_id");
        command.Parameters.Add(new() { Value = messageId });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<MessageEvent>();
        while (await row.ReadAsync(cancellationToken))
        {
            events.Add(new(row.GetFieldValue<DateTimeOffset>(0), row.GetString(1), row.GetString(2), row.GetString(3)));
        }

        return events;
    }

    /// <summary>Queues a message again that is a dead letter or was not delivered; its attempts begin anew.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RefusedException">There is no such message, or it is on its way or arrived.</exception>
    public async Task ResendAsync(long messageId, string reason, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await ResendAsync("message_id = $4 and state in ('dead', 'undelivered')", $"message {messageId}", reason, by, now, messageId, cancellationToken) == 1)
        {
            return;
        }

        var state = await StateAsync(messageId, cancellationToken);
        throw new RefusedException(
            $"Message {messageId} is {state}; only dead letters and messages that were not delivered are resent. Nothing was done.");
    }

    /// <summary>Queues every dead letter again.</summary>
    /// <returns>How many.</returns>
    public Task<int> ResendAllDeadAsync(string reason, string by, DateTimeOffset now, CancellationToken cancellationToken) =>
        ResendAsync("state = 'dead' and $4::bigint is null", "every dead letter", reason, by, now, null, cancellationToken);

    /// <summary>Gives what waits for the other gateway to this one.</summary>
    /// <returns>How many messages changed hands.</returns>
    public async Task<int> GiveToAsync(GatewayKind gateway, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update messages set gateway = $1, attempts = 0, next_attempt_at = null where state = 'queued' and gateway <> $1");
        command.Parameters.Add(new() { Value = gateway == GatewayKind.Kannel ? "kannel" : "file" });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<int> ResendAsync(
        string which, string subject, string reason, string by, DateTimeOffset now, long? messageId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            $"""
            with resent as (
                update messages set state = 'queued', sent_at = null, attempts = 0, next_attempt_at = null, last_word = 'resent: ' || $2
                where {which} returning message_id)
            insert into message_events (message_id, at, event, detail, by)
            select message_id, $1, '{MessageEvents.Resent}', $2, $3 from resent
            """,
            connection);
        command.Parameters.Add(new() { Value = now, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = GivenReason.Kept(reason), NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = by, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = messageId ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        var queued = await command.ExecuteNonQueryAsync(cancellationToken);
        if (queued > 0)
        {
            await Trail.AddAsync(connection, by, "messages.resend", subject, reason, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return queued;
    }
}
