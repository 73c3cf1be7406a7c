using Npgsql;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>How many messages are not handed over yet; counted no further than <see cref="Most"/>, which is trouble enough.</summary>
internal static class WaitingMessages
{
    /// <summary>The most that is counted.</summary>
    public const int Most = 100_000;

    /// <summary>SQL that counts them.</summary>
    public static string Count { get; } = $"(select count(*) from (select from messages where sent_at is null limit {Most}) waiting)";

    /// <summary>Counts them.</summary>
    public static async Task<long> CountAsync(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        (await database.ListAsync($"select {Count}", row => row.GetInt64(0), cancellationToken))[0];
}
