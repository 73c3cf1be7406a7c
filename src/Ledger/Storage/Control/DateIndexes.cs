using Npgsql;

namespace Cycle.Ledger.Storage.Control;

/// <summary>
/// The block range indexes by business date of tables that only grow. Such an index knows nothing of pages written since it was last
/// told, and every query by date reads all of those: vacuum tells it when a fifth of the table is new, which after two years is months.
/// So a night tells it as soon as it has written, and its later steps read one night's rows.
/// </summary>
public static class DateIndexes
{
    /// <summary>Postings by the business date that took them.</summary>
    public const string Postings = "postings_taken_on";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Postings, "account_states_cut_date", "journal_date"];

    /// <summary>Tells indexes of the rows written since; a table that is being vacuumed is left to that.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="indexes">Names of <see cref="All"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task SummarizeAsync(NpgsqlDataSource dataSource, IEnumerable<string> indexes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        ArgumentNullException.ThrowIfNull(indexes);
        foreach (var index in indexes)
        {
            try
            {
                // Shorter than the second after which waiting for a vacuum would cancel it.
                await using var command = dataSource.CreateCommand($"set lock_timeout = '500ms'; select brin_summarize_new_values('{index}'); reset lock_timeout");
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                // The next night tells it.
            }
        }
    }
}
