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
