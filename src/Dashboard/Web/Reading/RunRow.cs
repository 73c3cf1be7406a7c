using Npgsql;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>A run as lists show it.</summary>
/// <param name="RunId">Its number.</param>
/// <param name="BusinessDate">The business date.</param>
/// <param name="State">As <see cref="Cycle.Ledger.Storage.Control.RunStates"/>.</param>
/// <param name="StartedAt">When work first began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Owner">The process that works on it.</param>
/// <param name="HeartbeatAt">When that process last said it lives.</param>
/// <param name="Attempts">How often it was started or resumed.</param>
/// <param name="Error">What went wrong.</param>
internal sealed record RunRow(
    long RunId, DateOnly BusinessDate, string State, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, string? Owner,
    DateTimeOffset? HeartbeatAt, int Attempts, string? Error)
{
    /// <summary>The columns, in the order of <see cref="Read"/>.</summary>
    public const string Columns = "run_id, business_date, state, started_at, ended_at, owner, heartbeat_at, attempts, error";

    /// <summary>How long it took; null while it has not ended.</summary>
    public TimeSpan? Took => EndedAt - StartedAt;

    /// <summary>Whether there is work left to do.</summary>
    public bool IsOpen => State != "completed";

    /// <summary>A row.</summary>
    public static RunRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.Date(1), row.GetString(2), row.MomentOrNull(3), row.MomentOrNull(4), row.TextOrNull(5),
        row.MomentOrNull(6), row.GetInt32(7), row.TextOrNull(8));
}
