using System.Globalization;
using Npgsql;

namespace Cycle.Ledger.Storage.Server;

/// <summary>Makes and drops databases on a server.</summary>
public static class Databases
{
    /// <summary>Above this a copy of the files beats a copy through the write-ahead log, in bytes.</summary>
    private const long FileCopyBytes = 256L << 20;

    /// <summary>Makes a database unless it is there: UTF-8, ordered by bytes, whatever the server's own locale is.</summary>
    /// <param name="connectionString">Any database of the server, as a user that may create databases.</param>
    /// <param name="name">The name of the database.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The connection string of that database.</returns>
    /// <exception cref="ServerProblem">The server cannot be reached or refuses.</exception>
    public static async Task<string> EnsureAsync(string connectionString, string name, CancellationToken cancellation = default)
    {
        if (!await ExistsAsync(connectionString, name, cancellation))
        {
            try
            {
                await RunAsync(
                    connectionString,
                    $"CREATE DATABASE {Quote(name)} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'",
                    cancellation);
            }
            catch (ServerProblem problem) when (problem.InnerException is PostgresException
            {
                SqlState: PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation,
            })
            {
                // Another process made it this very moment.
            }
        }

        return On(connectionString, name);
    }

    /// <summary>Whether a database is there.</summary>
    /// <param name="connectionString">Any database of the server.</param>
    /// <param name="name">The name of the database.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ServerProblem">The server cannot be reached or refuses.</exception>
    public static async Task<bool> ExistsAsync(string connectionString, string name, CancellationToken cancellation = default) =>
        await ScalarAsync(connectionString, "SELECT 1 FROM pg_database WHERE datname = $1", name, cancellation) is not null;

    /// <summary>Makes a database as a copy of another, to which no one may be connected (clear its pool before).</summary>
    /// <param name="admin">Another database of the server, as a user that may create databases.</param>
    /// <param name="name">The name of the new database; must be free.</param>
    /// <param name="template">The database to copy.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The connection string of the new database.</returns>
    /// <exception cref="ServerProblem">The name is taken, the template is in use, or the disk is full.</exception>
    public static async Task<string> CreateFromTemplateAsync(
        string admin, string name, string template, CancellationToken cancellation = default)
    {
        var size = await ScalarAsync(admin, "SELECT pg_database_size($1::name)", template, cancellation);
        var strategy = Convert.ToInt64(size, CultureInfo.InvariantCulture) > FileCopyBytes ? "FILE_COPY" : "WAL_LOG";
        await RunAsync(admin, $"CREATE DATABASE {Quote(name)} TEMPLATE {Quote(template)} STRATEGY {strategy}", cancellation);
        return On(admin, name);
    }

    /// <summary>Drops a database if it is there, ending whoever is connected to it.</summary>
    /// <param name="admin">Another database of the server.</param>
    /// <param name="name">The database to drop.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ServerProblem">The server cannot be reached or refuses.</exception>
    public static async Task DropAsync(string admin, string name, CancellationToken cancellation = default)
    {
        await using (var pooled = new NpgsqlConnection(On(admin, name)))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        await RunAsync(admin, $"DROP DATABASE IF EXISTS {Quote(name)} WITH (FORCE)", cancellation);
    }

    /// <summary>The same server and user, another database.</summary>
    /// <param name="connectionString">Any database of the server.</param>
    /// <param name="name">The database wanted.</param>
    public static string On(string connectionString, string name) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = name }.ConnectionString;

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task RunAsync(string connectionString, string sql, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellation);
            // No limit: a large template takes as long as the disk takes.
#pragma warning disable CA2100 // Names cannot be parameters; every one is quoted.
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (NpgsqlException fault)
        {
            throw ConnectionFault.Explain(fault, connectionString);
        }
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql, string name, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellation);
#pragma warning disable CA2100 // Constants of this file.
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name } } };
#pragma warning restore CA2100
            return await command.ExecuteScalarAsync(cancellation);
        }
        catch (NpgsqlException fault)
        {
            throw ConnectionFault.Explain(fault, connectionString);
        }
    }
}
