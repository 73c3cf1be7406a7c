using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>Tells the store that this process lives, and keeps the partitions that its lanes are at its own.</summary>
/// <param name="database">The store.</param>
/// <param name="role">worker, run or serve.</param>
/// <param name="lanes">Partitions worked on at once.</param>
/// <param name="holds">The partitions that lanes are at.</param>
public sealed class WorkerPresence(NpgsqlDataSource database, string role, int lanes, PartitionHolds holds)
{
    /// <summary>How often a process says that it lives.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Says that this process lives.</summary>
    /// <returns>The build that runs a night at this moment, when it is another than this one.</returns>
    public async Task<string?> BeatAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            with kept as (
                update run_partitions p set lease_until = now() + $5
                from unnest($6::bigint[], $7::smallint[], $8::int[], $9::bigint[]) as held (run_id, step, number, fencing_token)
                where p.run_id = held.run_id and p.step = held.step and p.number = held.number and p.fencing_token = held.fencing_token
                  and p.worker = $1 and p.state = 'running'),
            told as (
                insert into run_workers (worker, role, program, lanes, started_at, seen_at) values ($1, $2, $3, $4, now(), now())
                on conflict (worker) do update set lanes = excluded.lanes, seen_at = now(), ended_at = null)
            select program from runs where state = 'running' and program <> $3 limit 1
            """);
        command.Parameters.Add(new() { Value = WorkerName.OfThisProcess });
        command.Parameters.Add(new() { Value = role });
        command.Parameters.Add(new() { Value = ProgramBuild.Id });
        command.Parameters.Add(new() { Value = lanes });
        command.Parameters.Add(new() { Value = RunClaims.Lease });
        var kept = holds.Kept;
        command.Parameters.Add(new() { Value = kept.Select(partition => partition.RunId).ToArray() });
        command.Parameters.Add(new() { Value = kept.Select(partition => partition.Step).ToArray() });
        command.Parameters.Add(new() { Value = kept.Select(partition => partition.Number).ToArray() });
        command.Parameters.Add(new() { Value = kept.Select(partition => partition.FencingToken).ToArray() });
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>Says that this process ends, or in a process that has another part too, that this part of it does.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("update run_workers set ended_at = now() where worker = $1 and role = $2");
        command.Parameters.Add(new() { Value = WorkerName.OfThisProcess });
        command.Parameters.Add(new() { Value = role });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
