using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>Who works on which partition: taken from their table under a lease and a fencing token.</summary>
internal static class PartitionClaims
{
    /// <summary>Claims of one partition that no worker completes; then it is what kills or hangs them, and a person must look.</summary>
    public const int MostAttempts = 8;

    /// <summary>SQL that is true of a partition's lease that holds no more: it ran out, or it lies so far ahead that the clock was set back since.</summary>
    /// <param name="partition">The table's alias.</param>
    /// <param name="lease">The parameter with <see cref="RunClaims.Lease"/>.</param>
    public static string IsLapsed(string partition, string lease) =>
        $"({partition}.lease_until < now() or {partition}.lease_until > now() + 2 * {lease}::interval)";

    /// <summary>SQL that is true of a partition <c>q</c> that may be claimed, whoever's it was.</summary>
    /// <param name="lease">The parameter with <see cref="RunClaims.Lease"/>.</param>
    public static string IsFree(string lease) =>
        $"(q.state = 'planned' or (q.state = 'running' and {IsLapsed("q", lease)})) and q.attempts < {MostAttempts}";

    /// <summary>Claims the first partition of any run that this build may work on.</summary>
    public static Task<Partition?> NextOfAnyRunAsync(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        NextAsync(database, "r.program = $3", [ProgramBuild.Id], cancellationToken);

    /// <summary>Claims the first partition that nobody works on, of runs that nobody asked to stop.</summary>
    /// <param name="database">The store.</param>
    /// <param name="which">SQL over the partition <c>q</c> and its run <c>r</c>.</param>
    /// <param name="values">Its values, from $3 on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when there is none.</returns>
    public static async Task<Partition?> NextAsync(
        NpgsqlDataSource database, string which, object[] values, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            update run_partitions p
            set state = 'running', worker = $1, lease_until = now() + $2, fencing_token = p.fencing_token + 1,
                attempts = p.attempts + 1, started_at = now()
            from (
                select q.run_id, q.step, q.number from run_partitions q join runs r on r.run_id = q.run_id
                where {IsFree("$2")} and r.state = 'running' and {which}
                order by q.run_id, q.step, q.number limit 1
                for update of q skip locked) free
            where p.run_id = free.run_id and p.step = free.step and p.number = free.number
            returning p.run_id, p.step, p.number, p.first_account, p.last_account, p.accounts, p.fencing_token, p.attempts, p.account_ids
            """);
        command.Parameters.Add(new() { Value = WorkerName.OfThisProcess });
        command.Parameters.Add(new() { Value = RunClaims.Lease });
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        var (partition, attempts) = await ReadAsync(command, cancellationToken);
        if (attempts > 1)
        {
            await SessionMark.EndEarlierAsync(database, partition!, cancellationToken);
        }

        return partition;
    }

    private static async Task<(Partition? Partition, int Attempts)> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? (new(
                row.GetInt64(0), row.GetInt16(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetInt64(6),
                row.IsDBNull(8) ? null : row.GetFieldValue<string[]>(8)), row.GetInt32(7))
            : (null, 0);
    }
}
