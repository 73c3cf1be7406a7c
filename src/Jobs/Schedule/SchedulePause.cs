using Cycle.Jobs.Audit;
using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Jobs.Schedule;

/// <summary>A scheduled job can be paused: nothing of it is planned by itself until a person continues it. It holds for every host of the store.</summary>
/// <param name="database">The store.</param>
public sealed class SchedulePause(NpgsqlDataSource database)
{
    private readonly TrailedActs _acts = new(database);

    /// <summary>Who paused a job and why; null when it is not paused.</summary>
    public async Task<string?> FindAsync(string job, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select value from settings where name = $1");
        command.Parameters.Add(new() { Value = Setting(job) });
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>Who paused a job and when; null when it is not paused.</summary>
    public static async Task<PausedJob?> ReadAsync(NpgsqlConnection connection, string job, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select p.person, (
                select at from trail t where t.person = p.person and t.action = 'schedule.pause' and t.subject = $2
                order by t.trail_id desc limit 1)
            from (select split_part(value, ': ', 1) collate "C" as person from settings where name = $1) p
            """,
            connection);
        command.Parameters.Add(new() { Value = Setting(job) });
        command.Parameters.Add(new() { Value = job });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(row.GetString(0), row.IsDBNull(1) ? null : row.GetFieldValue<DateTimeOffset>(1))
            : null;
    }

    /// <summary>Pauses a job.</summary>
    /// <exception cref="RefusedException">It is paused already.</exception>
    public Task PauseAsync(string job, string who, string reason, CancellationToken cancellationToken) => _acts.DoAsync(
        "insert into settings (name, value) values ($1, $2) on conflict (name) do nothing", [Setting(job), $"{who}: {GivenReason.Kept(reason)}"],
        $"{job} is paused already.", new Deed(who, "schedule.pause", job, reason), cancellationToken);

    /// <summary>Lets a paused job be planned by itself again.</summary>
    /// <exception cref="RefusedException">It is not paused.</exception>
    public Task ContinueAsync(string job, string who, string reason, CancellationToken cancellationToken) => _acts.DoAsync(
        "delete from settings where name = $1", [Setting(job)], $"{job} is not paused.", new Deed(who, "schedule.continue", job, reason), cancellationToken);

    private static string Setting(string job) => $"schedule.paused.{job}";
}
