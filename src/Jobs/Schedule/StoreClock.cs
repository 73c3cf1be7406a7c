using Npgsql;

namespace Cycle.Jobs.Schedule;

/// <summary>The database's clock, which every host of a store reads alike: one whose own was set wrong plans no night before its time.</summary>
public static class StoreClock
{
    /// <summary>The instant.</summary>
    public static async Task<DateTimeOffset> NowAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand("select clock_timestamp()");
        return new((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!, TimeSpan.Zero);
    }
}
