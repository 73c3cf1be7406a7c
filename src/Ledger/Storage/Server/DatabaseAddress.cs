using Npgsql;

namespace Cycle.Ledger.Storage.Server;

/// <summary>The database Cycle works on: the one <c>CYCLE_DB</c> names, else one in the private server, held until disposed.</summary>
public sealed class DatabaseAddress : IAsyncDisposable
{
    /// <summary>The database's name when none is told.</summary>
    public const string DefaultName = "cycle";

    /// <summary>The environment variable with a Npgsql connection string.</summary>
    public const string Variable = "CYCLE_DB";

    private DatabaseAddress(string connectionString, ServerLease? lease)
    {
        ConnectionString = connectionString;
        Lease = lease;
    }

    /// <summary>The Npgsql connection string of the database, which exists.</summary>
    public string ConnectionString { get; }

    /// <summary>The lease on the private server, or null when <c>CYCLE_DB</c> names another one.</summary>
    public ServerLease? Lease { get; }

    /// <summary>Finds the database, starts the private server when it is needed, and makes the database when it is missing.</summary>
    /// <param name="varDirectory">The directory of everything Cycle writes.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ServerProblem">No database can be used; the message says why and what to do.</exception>
    public static Task<DatabaseAddress> ResolveAsync(string varDirectory, CancellationToken cancellation = default) =>
        ResolveAsync(varDirectory, Environment.GetEnvironmentVariable(Variable), cancellation);

    /// <summary>As above, with the connection string told instead of taken from the environment.</summary>
    /// <param name="varDirectory">The directory of everything Cycle writes.</param>
    /// <param name="connectionString">A server of the user's own, or null or blank for the private one.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ServerProblem">No database can be used; the message says why and what to do.</exception>
    public static async Task<DatabaseAddress> ResolveAsync(
        string varDirectory, string? connectionString, CancellationToken cancellation = default)
    {
        if (!string.IsNullOrWhiteSpace(connectionString))
        {
            return new DatabaseAddress(await CheckAsync(Parse(connectionString), cancellation), null);
        }

        var lease = await PrivateServer.StartOrJoinAsync(varDirectory, cancellation);
        try
        {
            return new DatabaseAddress(await Databases.EnsureAsync(lease.ConnectionString, DefaultName, cancellation), lease);
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the private server again when it died under us; a server of the user's own is the user's to start.</summary>
    /// <returns>True when it was started here; false when it ran, or is not ours.</returns>
    /// <exception cref="ServerProblem">It cannot be started.</exception>
    public Task<bool> ReviveAsync(CancellationToken cancellation) => Lease?.ReviveAsync(cancellation) ?? Task.FromResult(false);

    /// <summary>Gives the lease on the private server back, if there is one.</summary>
    public ValueTask DisposeAsync() => Lease?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var address = new NpgsqlConnectionStringBuilder(connectionString);
            address.Database ??= DefaultName;
            return address;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException)
        {
            // Neither the value nor the fault's words are repeated: both may hold the password.
            throw new ServerProblem(
                $"{Variable} is not a connection string", $"the environment variable {Variable}",
                $"{connectionString.Length} characters that cannot be read",
                "Host=...;Port=5432;Database=cycle;Username=...;Password=...", "correct it, or unset it to use the private database", fault);
        }
    }

    private static async Task<string> CheckAsync(NpgsqlConnectionStringBuilder address, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(address.ConnectionString);
            await connection.OpenAsync(cancellation);
            var major = connection.PostgreSqlVersion.Major;
            return major >= ServerBinaries.OldestMajor
                ? address.ConnectionString
                : throw new ServerProblem(
                    $"The server of {Variable} is too old", ConnectionFault.Describe(address.ConnectionString),
                    $"PostgreSQL {major}", $"PostgreSQL {ServerBinaries.OldestMajor} or later", "upgrade it, or unset the variable to use the private database");
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName && address.Database != "postgres")
        {
            await Databases.EnsureAsync(Databases.On(address.ConnectionString, "postgres"), address.Database!, cancellation);
            return await CheckAsync(address, cancellation);
        }
        catch (Exception fault) when (fault is NpgsqlException or ArgumentException)
        {
            throw ConnectionFault.Explain(fault, address.ConnectionString);
        }
    }
}
