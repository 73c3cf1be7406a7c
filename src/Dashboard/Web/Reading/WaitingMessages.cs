using Npgsql;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>
/// Messages that wait to be handed over, for the first time or again; dead letters wait for nothing. Counted no further than
/// <see cref="Most"/>, which is trouble enough.
/// </summary>
internal static class WaitingMessages
{
    /// <summary>The most that is counted.</summary>
    public const int Most = 100_000;

    /// <summary>SQL that says of a message whether it waits, as the index of what is to be sent says it.</summary>
    public const string Which = "state in ('queued', 'sending')";

    /// <summary>SQL that counts them.</summary>
    public static string Count { get; } = $"(select count(*) from (select from messages where {Which} limit {Most}) waiting)";

    /// <summary>Counts them.</summary>
    public static async Task<long> CountAsync(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        (await database.ListAsync($"select {Count}", row => row.GetInt64(0), cancellationToken))[0];
}
