using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Runs;

/// <summary>Who works on which partition: taken from their table under a lease and a fencing token, done in the transaction that did the work.</summary>
internal static class PartitionClaims
{
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
                where (q.state = 'planned' or (q.state = 'running' and q.lease_until < now())) and r.state = 'running' and {which}
                order by q.run_id, q.step, q.number limit 1
                for update of q skip locked) free
            where p.run_id = free.run_id and p.step = free.step and p.number = free.number
            returning p.run_id, p.step, p.number, p.first_account, p.last_account, p.accounts, p.fencing_token
            """);
        command.Parameters.Add(new() { Value = WorkerName.OfThisProcess });
        command.Parameters.Add(new() { Value = RunClaims.Lease });
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(
                row.GetInt64(0), row.GetInt16(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetInt64(6))
            : null;
    }

    /// <summary>Marks a partition done inside the transaction that did its work; a token that no longer fits undoes all of it.</summary>
    /// <param name="connection">The connection inside that transaction.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="accountsDone">Accounts that did not fail alone.</param>
    /// <param name="made">Postings, statements or messages made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LeaseLostException">Another worker has claimed the partition since.</exception>
    public static async Task CompleteAsync(
        NpgsqlConnection connection, Partition partition, int accountsDone, int made, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            update run_partitions
            set state = 'completed', ended_at = clock_timestamp(), accounts_done = $5, made = $6, lease_until = null, error = null
            where {IsOurs}
            """,
            connection);
        AddKey(command, partition);
        command.Parameters.Add(new() { Value = accountsDone });
        command.Parameters.Add(new() { Value = (long)made });
        if (await command.ExecuteNonQueryAsync(cancellationToken) != 1)
        {
            throw new LeaseLostException($"Partition {partition.Number} of step {partition.Step} was taken over by another worker.");
        }
    }

    /// <summary>Keeps the reason why a partition could not be done, for the process that plans the run to see.</summary>
    public static Task FailAsync(NpgsqlDataSource database, Partition partition, string error, CancellationToken cancellationToken) =>
        NoteAsync(database, partition, "state = 'failed', ended_at = now(), lease_until = null, error = $5", error, cancellationToken);

    /// <summary>Counts that a partition is tried again, with the fault that made it so.</summary>
    public static Task CountRetryAsync(NpgsqlDataSource database, Partition partition, string error, CancellationToken cancellationToken) =>
        NoteAsync(database, partition, "retries = retries + 1, error = $5", error, cancellationToken);

    /// <summary>Gives a partition back that was not begun or was rolled back, for anybody to take.</summary>
    public static Task GiveBackAsync(NpgsqlDataSource database, Partition partition, CancellationToken cancellationToken) =>
        NoteAsync(database, partition, "state = 'planned', lease_until = null, error = $5", null, cancellationToken);

    private const string IsOurs = "run_id = $1 and step = $2 and number = $3 and fencing_token = $4 and state = 'running'";

    private static async Task NoteAsync(
        NpgsqlDataSource database, Partition partition, string what, string? error, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"update run_partitions set {what} where {IsOurs}");
        AddKey(command, partition);
        command.Parameters.Add(new() { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void AddKey(NpgsqlCommand command, Partition partition)
    {
        command.Parameters.Add(new() { Value = partition.RunId });
        command.Parameters.Add(new() { Value = partition.Step });
        command.Parameters.Add(new() { Value = partition.Number });
        command.Parameters.Add(new() { Value = partition.FencingToken });
    }
}
