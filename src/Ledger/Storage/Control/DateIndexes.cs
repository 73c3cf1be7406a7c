using Cycle.Ledger.Storage.Server;
using Npgsql;

namespace Cycle.Ledger.Storage.Control;

/// <summary>
/// The block range indexes by business date of tables that only grow. Such an index knows nothing of pages written since it was last
/// told, and every query by date reads all of those: vacuum tells it when a fifth of the table is new, which after two years is months.
/// So a night tells it at its end: what it reads itself are the rows it wrote, told or not, and the next night reads no more than its own.
/// </summary>
public static class DateIndexes
{
    /// <summary>Their names.</summary>
    public static readonly IReadOnlyList<string> All = ["postings_taken_on", "account_states_cut_date", "journal_date"];

    /// <summary>Tells them of the rows written since; a table that is being vacuumed is left to that.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task SummarizeAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        foreach (var index in All)
        {
            try
            {
                // Shorter than the second after which waiting for a vacuum would cancel it.
                await using var command = dataSource.CreateCommand($"set lock_timeout = '500ms'; select brin_summarize_new_values('{index}'); reset lock_timeout");
                command.CommandTimeout = WholePortfolio.TimeoutSeconds;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                // The next night tells it.
            }
        }
    }
}
