using System.Globalization;
using Cycle.Ledger.Postings;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Messages;

/// <summary>Keeps Kannel's delivery reports with their messages. Reports may come late, twice, in any order, or before the sender has written that it sent.</summary>
/// <param name="database">The store.</param>
/// <param name="credentials">What makes the keys that reports must show.</param>
public sealed class KannelReports(NpgsqlDataSource database, KannelCredentials credentials)
{
    private const int MostWords = 120;

    /// <summary>Keeps a report.</summary>
    /// <param name="message">The message's number.</param>
    /// <param name="key">The key that was given with it.</param>
    /// <param name="status">Kannel's status, a bit mask: 1 delivered, 2 not delivered, 4 queued, 8 taken by the SMS centre, 16 refused by it.</param>
    /// <param name="reply">The SMS centre's own words; may be empty.</param>
    /// <param name="now">When it came.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ReportOutcome> KeepAsync(
        string? message, string? key, string? status, string? reply, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!long.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var messageId)
            || !int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var bits))
        {
            return ReportOutcome.Malformed;
        }

        if (!credentials.IsKeyOf(messageId, key ?? ""))
        {
            return ReportOutcome.Stranger;
        }

        return await KeepAsync(messageId, bits, Words(bits, reply), now, cancellationToken) ? ReportOutcome.Kept : ReportOutcome.Unknown;
    }

    private async Task<bool> KeepAsync(long messageId, int bits, string words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A message that was resent and not handed over since is not what a late report speaks of.
        const string handedOver = "not (state = 'queued' and attempts = 0)";
        var (happened, state, from) = bits switch
        {
            _ when (bits & 1) != 0 => (MessageEvents.Delivered, MessageStates.Delivered, "true"),
            _ when (bits & (2 | 16)) != 0 => (MessageEvents.Undelivered, MessageStates.Undelivered, "state <> 'delivered'"),
            _ => (MessageEvents.AtCentre, MessageStates.Sent, "state in ('queued', 'sending', 'dead')"),
        };
        await using var command = database.CreateCommand(
            $"""
            with known as (select message_id from messages where message_id = $1),
            moved as (
                update messages
                set state = $2, sent_at = coalesce(sent_at, $3), last_word = $5, next_attempt_at = null, claimed_at = null, claimed_by = null
                where message_id = $1 and {handedOver} and {from}),
            kept as (
                insert into message_events (message_id, at, event, detail, by)
                select message_id, $3, $4, $5, 'kannel' from known
                where not exists (
                    select from message_events e
                    where e.message_id = $1 and e.event = $4 and e.detail = $5
                      and e.event_id > coalesce((select max(event_id) from message_events where message_id = $1 and event = '{MessageEvents.Resent}'), 0)))
            select count(*) from known
            """);
        command.Parameters.Add(new() { Value = messageId, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = state, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = now, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = happened, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = words, NpgsqlDbType = NpgsqlDbType.Text });
        return await command.ExecuteScalarAsync(cancellationToken) is > 0L;
    }

    private static string Words(int bits, string? reply)
    {
        var said = CardNumberMask.MaskLongDigits((reply ?? "").ReplaceLineEndings(" ").Trim());
        said = said.Length > MostWords ? said[..MostWords] + "..." : said;
        return $"report with status {bits}{(said.Length > 0 ? $": {said}" : "")}";
    }
}
