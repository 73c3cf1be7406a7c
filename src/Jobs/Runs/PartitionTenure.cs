using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Runs;

/// <summary>What the worker that has a partition says of it: done, in the transaction that did the work, or why not. Once another has it, nothing.</summary>
internal static class PartitionTenure
{
    private const string IsOurs = "run_id = $1 and step = $2 and number = $3 and fencing_token = $4 and state = 'running'";

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
            set state = 'completed', ended_at = clock_timestamp(), accounts_done = $5, made = $6, lease_until = null, error = null,
                account_ids = null
            where {IsOurs}
            """,
            connection);
        AddKey(command, partition);
        command.Parameters.Add(new() { Value = accountsDone });
        command.Parameters.Add(new() { Value = (long)made });
        if (await command.ExecuteNonQueryAsync(cancellationToken) != 1)
        {
            throw TakenOver(partition);
        }
    }

    /// <summary>Keeps the reason why a partition could not be done, for the process that plans the run to see.</summary>
    /// <param name="database">The store.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="error">Words for a person.</param>
    /// <param name="passes">Whether it is a fault that passes by itself.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task FailAsync(NpgsqlDataSource database, Partition partition, string error, bool passes, CancellationToken cancellationToken) =>
        NoteAsync(database, partition, $"state = 'failed', error = $5, error_passes = {(passes ? "true" : "false")}, lease_until = null", error, cancellationToken);

    /// <summary>Counts a transaction that is tried again.</summary>
    public static Task CountRetryAsync(NpgsqlDataSource database, Partition partition, string error, CancellationToken cancellationToken) =>
        NoteAsync(database, partition, "retries = retries + 1, error = $5", error, cancellationToken);

    /// <summary>Gives a partition back that was not begun or was rolled back, for anybody to take; that it was begun does not count.</summary>
    public static Task GiveBackAsync(NpgsqlDataSource database, Partition partition, CancellationToken cancellationToken) =>
        NoteAsync(database, partition, "state = 'planned', attempts = attempts - 1, lease_until = null, error = $5", null, cancellationToken);

    /// <summary>Takes a partition from a lane that hangs, for another to try: should the lane wake up, its number is used up.</summary>
    public static Task GiveUpAsync(NpgsqlDataSource database, Partition partition, string error, CancellationToken cancellationToken) =>
        NoteAsync(database, partition, "state = 'planned', fencing_token = fencing_token + 1, retries = retries + 1, lease_until = null, error = $5", error, cancellationToken);

    /// <summary>Whether the partition is still ours and not done: asked before it is tried again, for the answer to a commit may be what was lost.</summary>
    public static async Task<bool> IsOursAsync(NpgsqlDataSource database, Partition partition, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select 1 from run_partitions where {IsOurs}");
        AddKey(command, partition);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>Asked inside the partition's transaction before something is done that no rollback undoes: a file gets its name.</summary>
    /// <exception cref="LeaseLostException">Another worker has claimed the partition since.</exception>
    public static async Task RequireOursAsync(NpgsqlConnection connection, Partition partition, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select 1 from run_partitions where {IsOurs}", connection);
        AddKey(command, partition);
        if (partition.IsShared && await command.ExecuteScalarAsync(cancellationToken) is null)
        {
            throw TakenOver(partition);
        }
    }

    private static LeaseLostException TakenOver(Partition partition) =>
        new($"Partition {partition.Number} of step {partition.Step} was taken over by another worker.");

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
