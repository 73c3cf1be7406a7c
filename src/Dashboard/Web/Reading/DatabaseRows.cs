using Npgsql;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>Reads rows; every query of a page goes through here, with a limit on its time.</summary>
internal static class DatabaseRows
{
    private const int TimeoutSeconds = 20;

    /// <summary>Every row of a query that is bounded by itself.</summary>
    public static async Task<List<T>> ListAsync<T>(
        this NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = TimeoutSeconds;
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<T>();
        while (await rows.ReadAsync(cancellationToken))
        {
            list.Add(read(rows));
        }

        return list;
    }

    /// <summary>The first row, if there is one.</summary>
    public static async Task<T?> FirstAsync<T>(
        this NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object?[] values)
        where T : class => (await database.ListAsync(sql, read, cancellationToken, values)).FirstOrDefault();

    /// <summary>A text that may be missing.</summary>
    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A moment that may be missing.</summary>
    public static DateTimeOffset? MomentOrNull(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    /// <summary>A date.</summary>
    public static DateOnly Date(this NpgsqlDataReader row, int column) => row.GetFieldValue<DateOnly>(column);
}
