using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Dashboard.Hangfire.Tests;

/// <summary>Plans nights of dates that a test chooses, as the planner does those that are due.</summary>
internal static class Planned
{
    /// <summary>Plans them in order and wakes whoever waits for work.</summary>
    /// <returns>The first one's run.</returns>
    public static async Task<long> NightsAsync(NpgsqlDataSource database, params IEnumerable<DateOnly> dates)
    {
        await using var connection = await database.OpenConnectionAsync();
        foreach (var date in dates)
        {
            await RunPlan.MakeAsync(connection, NightRunner.Job, date, NightSteps.Names, default);
        }

        await using var tell = new NpgsqlCommand($"select pg_notify('{RunPlan.Channel}', ''); select min(run_id) from runs where state = 'planned'", connection);
        await using var rows = await tell.ExecuteReaderAsync();
        await rows.NextResultAsync();
        await rows.ReadAsync();
        return rows.GetInt64(0);
    }
}
