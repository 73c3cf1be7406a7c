using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>Tells the store that this process lives, and keeps the partitions it works on its own.</summary>
/// <param name="database">The store.</param>
/// <param name="role">worker, run or serve.</param>
/// <param name="lanes">Partitions worked on at once.</param>
public sealed class WorkerPresence(NpgsqlDataSource database, string role, int lanes)
{
    /// <summary>How often a process says that it lives.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Says that this process lives.</summary>
    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            with kept as (
                update run_partitions set lease_until = now() + $5 where worker = $1 and state = 'running')
            insert into run_workers (worker, role, program, lanes, started_at, seen_at) values ($1, $2, $3, $4, now(), now())
            on conflict (worker) do update set lanes = excluded.lanes, seen_at = now(), ended_at = null
            """);
        command.Parameters.Add(new() { Value = WorkerName.OfThisProcess });
        command.Parameters.Add(new() { Value = role });
        command.Parameters.Add(new() { Value = ProgramBuild.Id });
        command.Parameters.Add(new() { Value = lanes });
        command.Parameters.Add(new() { Value = RunClaims.Lease });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Says that this process ends.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("update run_workers set ended_at = now() where worker = $1");
        command.Parameters.Add(new() { Value = WorkerName.OfThisProcess });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
