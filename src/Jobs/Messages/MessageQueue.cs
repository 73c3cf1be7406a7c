using Cycle.Jobs.Releases;
using Cycle.Jobs.Runs;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Messages;

/// <summary>
/// The messages that wait for Kannel, in the table the nights queue them in. A message is claimed, which is committed before anything
/// goes over the network, and then marked; whoever claimed it and never marked it leaves it in doubt until his claim has passed. How old
/// a claim is goes by the database's clock, which all senders share. When a message is tried again goes by the sender's own: another
/// that is ahead or behind tries it that much earlier or later, and never twice.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="claimHolds">How long a claim holds.</param>
internal sealed class MessageQueue(NpgsqlDataSource database, TimeSpan claimHolds)
{
    // Due notices of a cycle that waits for its release wait with it.
    private static readonly string Ours = $"m.gateway = 'kannel' and m.state in ('queued', 'sending') and {ReleaseRules.MessageMayGo("m")}";

    private static string Me => WorkerName.OfThisProcess;

    /// <summary>Claims the first message that is due, or in doubt for long enough; null when there is none now.</summary>
    /// <param name="now">By the sender's clock, as is when a message is tried again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ClaimedMessage?> ClaimAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            with next as (
                select m.message_id, case when m.state = 'sending' then m.claimed_by end as interrupted
                from messages m
                where {Ours} and case m.state when 'queued' then coalesce(m.next_attempt_at, '-infinity') <= $1 else m.claimed_at <= now() - $2 end
                order by m.message_id limit 1 for update skip locked),
            doubt as (
                insert into message_events (message_id, at, event, detail, by)
                select message_id, $1, $4, interrupted || ' ended while handing it over; it is handed over again and may arrive twice', $3
                from next where interrupted is not null)
            update messages m
            set state = 'sending', attempts = m.attempts + 1, claimed_at = now(), claimed_by = $3, next_attempt_at = null
            from next where m.message_id = next.message_id
            returning m.message_id, m.mobile, m.text, m.attempts, next.interrupted
            """);
        command.Parameters.Add(new() { Value = now, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = claimHolds, NpgsqlDbType = NpgsqlDbType.Interval });
        command.Parameters.Add(new() { Value = Me });
        command.Parameters.Add(new() { Value = MessageEvents.InDoubt });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.IsDBNull(4) ? null : row.GetString(4))
            : null;
    }

    /// <summary>When the next message that waits becomes due, by the sender's clock; null when none waits. Not before <paramref name="now"/>.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select min(greatest($1, case m.state when 'queued' then m.next_attempt_at else $1 + (m.claimed_at + $2 - now()) end))
            from messages m where {Ours}
            """);
        command.Parameters.Add(new() { Value = now, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = claimHolds, NpgsqlDbType = NpgsqlDbType.Interval });
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime due ? new DateTimeOffset(due, TimeSpan.Zero) : null;
    }

    /// <summary>Marks a message taken by the gateway.</summary>
    public Task AcceptAsync(ClaimedMessage message, string words, DateTimeOffset now) => MarkAsync(
        message, "state = 'sent', sent_at = $4", MessageEvents.Accepted, words, now, null);

    /// <summary>Puts a message back until later.</summary>
    public Task PutOffAsync(ClaimedMessage message, string words, DateTimeOffset now, DateTimeOffset until) => MarkAsync(
        message, "state = 'queued', next_attempt_at = $7", MessageEvents.PutOff, words, now, until);

    /// <summary>Makes a message a dead letter.</summary>
    public Task GiveUpAsync(ClaimedMessage message, string words, DateTimeOffset now) => MarkAsync(
        message, "state = 'dead'", MessageEvents.GivenUp, words, now, null);

    /// <summary>Puts a message back as it was: the attempt says nothing about it.</summary>
    public async Task ReturnAsync(ClaimedMessage message)
    {
        await using var command = database.CreateCommand(
            $"update messages set state = 'queued', attempts = attempts - 1 where {StillMine}");
        AddClaim(command, message);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    // A report may have come before the mark, or another sender may have taken over: then what they wrote stands.
    private const string StillMine = "message_id = $1 and state = 'sending' and claimed_by = $2 and attempts = $3";

    /// <summary>Never cancelled: what happened to a message must be written even when the sender is told to stop.</summary>
    private async Task MarkAsync(ClaimedMessage message, string set, string happened, string words, DateTimeOffset now, DateTimeOffset? until)
    {
        await using var command = database.CreateCommand(
            $"""
            with marked as (
                update messages set {set}, last_word = $5, claimed_at = null, claimed_by = null where {StillMine} returning message_id)
            insert into message_events (message_id, at, event, detail, by)
            select $1, $4, $6, 'attempt ' || $3 || ': ' || $5, $2
            """);
        AddClaim(command, message);
        command.Parameters.Add(new() { Value = now, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = words });
        command.Parameters.Add(new() { Value = happened });
        if (until is { } later)
        {
            command.Parameters.Add(new() { Value = later, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        }

        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static void AddClaim(NpgsqlCommand command, ClaimedMessage message)
    {
        command.Parameters.Add(new() { Value = message.MessageId, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = Me, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = message.Attempt, NpgsqlDbType = NpgsqlDbType.Integer });
    }
}
