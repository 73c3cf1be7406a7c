using Npgsql;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>A step as pages show it.</summary>
/// <param name="Number">Its place in the run.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">planned, running, completed or failed.</param>
/// <param name="Units">What there is to do.</param>
/// <param name="UnitsDone">What the step itself says is done.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Summary">What it did, in a few words.</param>
/// <param name="Partitions">How many partitions it has.</param>
/// <param name="PartitionsDone">How many of them are done.</param>
/// <param name="PartitionsRunning">How many are being worked on.</param>
/// <param name="AccountsDone">Accounts done by its partitions.</param>
/// <param name="TriedAgain">Partitions tried more than once.</param>
/// <param name="Now">The database's clock when it was read.</param>
internal sealed record StepRow(
    short Number, string Name, string State, long Units, long UnitsDone, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt,
    string Summary, long Partitions, long PartitionsDone, long PartitionsRunning, long AccountsDone, long TriedAgain, DateTimeOffset Now)
{
    /// <summary>What is done, from whoever knows it better.</summary>
    public long Done => State == "completed" ? Units : Math.Min(Units, Math.Max(UnitsDone, AccountsDone));

    /// <summary>How long it has taken so far.</summary>
    public TimeSpan? Took => (EndedAt ?? (State == "running" ? Now : null)) - StartedAt;

    /// <summary>Units a second since the step began; null when nothing can be said.</summary>
    public double? Rate => State == "running" && Done > 0 && Took is { TotalSeconds: > 0.5 } took ? Done / took.TotalSeconds : null;

    /// <summary>Time left at that rate.</summary>
    public TimeSpan? Left => Rate is { } rate && Units > 0 ? TimeSpan.FromSeconds((Units - Done) / rate) : null;

    /// <summary>A row.</summary>
    public static StepRow Read(NpgsqlDataReader row) => new(
        row.GetInt16(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.MomentOrNull(5), row.MomentOrNull(6),
        row.GetString(7), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10), row.GetInt64(11), row.GetInt64(12),
        row.GetFieldValue<DateTimeOffset>(13));
}
