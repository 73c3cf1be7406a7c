using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>
/// Writes on a session of the database what it is at, for <c>pg_stat_activity</c> and for whoever takes the work over: a process that
/// froze in the middle keeps its locks for as long as the server believes in its connection, and its heir would wait for them.
/// </summary>
internal static class SessionMark
{
    /// <summary>Marks the transaction's session until the transaction ends.</summary>
    public static async Task SetAsync(NpgsqlConnection connection, Partition partition, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select set_config('application_name', $1, true)", connection);
        command.Parameters.Add(new() { Value = $"{Of(partition)}{partition.FencingToken}" });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Marks the transaction's session as one of a run's own, outside its partitions.</summary>
    public static async Task SetAsync(NpgsqlConnection connection, ClaimedRun run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select set_config('application_name', $1, true)", connection);
        command.Parameters.Add(new() { Value = $"{Of(run)}{run.FencingToken}" });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Ends sessions that are still at a partition under an earlier claim: what they wrote is rolled back.</summary>
    public static Task EndEarlierAsync(NpgsqlDataSource database, Partition partition, CancellationToken cancellationToken) =>
        EndAsync(database, Of(partition), partition.FencingToken, cancellationToken);

    /// <summary>Ends sessions that are still at a run under an earlier claim.</summary>
    public static Task EndEarlierAsync(NpgsqlDataSource database, ClaimedRun run, CancellationToken cancellationToken) =>
        EndAsync(database, Of(run), run.FencingToken, cancellationToken);

    private static string Of(Partition partition) => $"cycle partition {partition.RunId}/{partition.Step}/{partition.Number} token ";

    private static string Of(ClaimedRun run) => $"cycle run {run.RunId} token ";

    private static async Task EndAsync(NpgsqlDataSource database, string mark, long token, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and starts_with(application_name, $1) and application_name <> $1 || $2
            """);
        command.Parameters.Add(new() { Value = mark });
        command.Parameters.Add(new() { Value = $"{token}" });
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // It belongs to another database user. Its token is used up all the same; only its locks have to be waited for.
        }
    }
}
