using Npgsql;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>A message of the outbox.</summary>
/// <param name="MessageId">Its number.</param>
/// <param name="BusinessDate">The night that queued it.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="AccountId">The account's token.</param>
/// <param name="Mobile">Where it goes; shown by its last digits only.</param>
/// <param name="Language">th or en.</param>
/// <param name="Text">What it says.</param>
/// <param name="SentAt">When it was handed over.</param>
/// <param name="State">queued, sending, sent, delivered, undelivered or dead.</param>
/// <param name="LastWord">What happened to it last.</param>
internal sealed record MessageRow(
    long MessageId, DateOnly BusinessDate, string Kind, string AccountId, string Mobile, string Language, string Text, DateTimeOffset? SentAt,
    string State, string LastWord)
{
    /// <summary>A row.</summary>
    public static MessageRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.Date(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.MomentOrNull(7),
        row.GetString(8), row.GetString(9));

    /// <summary>Whether a person has to look at it.</summary>
    public bool IsInTrouble => State is "dead" or "undelivered";
}
