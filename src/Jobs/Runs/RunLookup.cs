using System.Globalization;
using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>A run that a person named by its number or its business date.</summary>
/// <param name="RunId">Its number.</param>
/// <param name="BusinessDate">The business date.</param>
/// <param name="State">planned, running, stopping, stopped, failed or completed.</param>
public sealed record RunLookup(long RunId, DateOnly BusinessDate, string State)
{
    /// <summary>Finds a run.</summary>
    /// <param name="database">The store.</param>
    /// <param name="named">A run's number, or a business date as yyyy-MM-dd.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RefusedException">There is no such run.</exception>
    public static async Task<RunLookup> FindAsync(NpgsqlDataSource database, string named, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(
            "select run_id, business_date, state from runs where run_id = $1 or (business_date = $2 and parameters = '') limit 1");
        var isDate = DateOnly.TryParseExact(named, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        command.Parameters.Add(new() { Value = long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0L });
        command.Parameters.Add(new() { Value = isDate ? date : DateOnly.MinValue });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(row.GetInt64(0), row.GetFieldValue<DateOnly>(1), row.GetString(2))
            : throw new RefusedException($"There is no run '{named}': expected the number or the business date (yyyy-MM-dd) of one that `cycle status` shows.");
    }
}
