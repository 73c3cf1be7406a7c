using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Several look-ups in one round trip.</summary>
internal static class LookupBatch
{
    /// <summary>Runs queries and hands each row of each to its reader.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="queries">The queries; none is no round trip.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RunAsync(
        NpgsqlConnection connection, IReadOnlyList<(NpgsqlBatchCommand Command, Action<NpgsqlDataReader> Read)> queries, CancellationToken cancellationToken)
    {
        if (queries.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        foreach (var query in queries)
        {
            batch.BatchCommands.Add(query.Command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var (_, read) in queries)
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                read(reader);
            }

            await reader.NextResultAsync(cancellationToken);
        }
    }
}
