using Npgsql;

namespace Cycle.Bench.Nights;

/// <summary>One step of a measured night.</summary>
/// <param name="Name">As the run names it.</param>
/// <param name="Seconds">From the end of the step before to its own.</param>
/// <param name="Units">Accounts, files' rows or statements it was over.</param>
/// <param name="ProgramCpuSeconds">CPU time of the program meanwhile.</param>
/// <param name="ServerCpuSeconds">CPU time of the server meanwhile.</param>
internal sealed record StageTaken(string Name, double Seconds, long Units, double ProgramCpuSeconds, double ServerCpuSeconds);

/// <summary>What a measured night left in the store.</summary>
/// <param name="Stages">Its steps in order.</param>
/// <param name="Seconds">From claim to end of the run.</param>
/// <param name="Rows">Rows of its posting file, taken and rejected.</param>
/// <param name="Statements">Statements made.</param>
/// <param name="JournalRows">Journal rows of the night.</param>
/// <param name="Messages">Messages queued.</param>
internal sealed record NightFacts(
    IReadOnlyList<StageTaken> Stages, double Seconds, long Rows, long Statements, long JournalRows, long Messages)
{
    public static async Task<NightFacts> ReadAsync(NpgsqlDataSource database, CpuTimeline cpu)
    {
        var (stages, seconds) = await StagesAsync(database, NightDays.Measured, cpu);
        var rows = await NumberAsync(database, "select coalesce(sum(rows), 0)::bigint from files where kind = 'postings' and business_date = $1");
        return new(
            [.. stages.Select(stage => stage.Name == "intake" ? stage with { Units = rows } : stage)], seconds, rows,
            await NumberAsync(database, "select count(*) from statements where statement_date = $1"),
            await NumberAsync(database, "select count(*) from journal where business_date = $1"),
            await NumberAsync(database, "select count(*) from messages where business_date = $1"));
    }

    /// <summary>The steps of a night, and the whole of it, in seconds.</summary>
    public static async Task<(List<StageTaken> Stages, double Seconds)> StagesAsync(NpgsqlDataSource database, DateOnly date, CpuTimeline cpu)
    {
        await using var command = database.CreateCommand(
            """
            select s.name, s.units, s.ended_at, r.started_at, r.ended_at
            from runs r join run_steps s on s.run_id = r.run_id where r.business_date = $1 order by s.number
            """);
        command.Parameters.Add(new() { Value = date });
        await using var row = await command.ExecuteReaderAsync();
        var (stages, whole, before) = (new List<StageTaken>(), 0.0, DateTime.MinValue);
        while (await row.ReadAsync())
        {
            var (ended, began) = (row.GetDateTime(2), row.GetDateTime(3));
            var from = before == DateTime.MinValue ? began : before;
            var (program, server) = cpu.Between(from, ended);
            stages.Add(new(row.GetString(0), (ended - from).TotalSeconds, row.GetInt64(1), program, server));
            (before, whole) = (ended, (row.GetDateTime(4) - began).TotalSeconds);
        }

        return (stages, whole);
    }

    private static async Task<long> NumberAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = NightDays.Measured });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
