using System.Diagnostics;
using Npgsql;

namespace Cycle.Bench.Nights;

/// <summary>Binary COPY as plain as it can be: bytes between a file and the server, nothing looked at.</summary>
internal static class RawCopy
{
    private const int Block = 1 << 20;

    /// <summary>Runs a statement.</summary>
    public static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Writes a query's rows into a file.</summary>
    public static async Task SaveAsync(NpgsqlConnection connection, string query, string file)
    {
        await using var to = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, Block);
        await using var rows = await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)");
        await rows.CopyToAsync(to, Block);
    }

    /// <summary>Reads a query's rows and forgets them.</summary>
    public static async Task DrainAsync(NpgsqlConnection connection, string query)
    {
        await using var rows = await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)");
        await rows.CopyToAsync(Stream.Null, Block);
    }

    /// <summary>Sends a file's rows into a table.</summary>
    public static async Task SendAsync(NpgsqlConnection connection, string target, string file)
    {
        await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, Block);
        await using var rows = await connection.BeginRawBinaryCopyAsync($"copy {target} from stdin (format binary)");
        await from.CopyToAsync(rows, Block);
    }

    /// <summary>Times work in one transaction, its durable commit included.</summary>
    public static async Task<double> TimeAsync(NpgsqlConnection connection, Func<Task> work)
    {
        await RunAsync(connection, "checkpoint");
        var watch = Stopwatch.StartNew();
        await using var transaction = await connection.BeginTransactionAsync();
        await work();
        await transaction.CommitAsync();
        return watch.Elapsed.TotalSeconds;
    }
}
