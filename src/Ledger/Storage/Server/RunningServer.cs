using Npgsql;

namespace Cycle.Ledger.Storage.Server;

/// <summary>A server that is up.</summary>
/// <param name="Pid">The number of its main process.</param>
/// <param name="SocketDirectory">Where its socket is.</param>
internal sealed record RunningServer(int Pid, string SocketDirectory)
{
    /// <summary>Below max_connections with room for a second process and an operator.</summary>
    private const int MaxPoolSize = 20;

    /// <summary>Its <c>postgres</c> database, as the role that owns everything.</summary>
    internal string ConnectionString => Address(pooling: true);

    /// <summary>Makes sure that it answers.</summary>
    /// <exception cref="ServerProblem">It does not.</exception>
    internal async Task ProbeAsync(CancellationToken cancellation)
    {
        // Not from the pool: an idle connection outlives a killed server for a moment, only a new one proves it alive.
        var fresh = Address(pooling: false);
        try
        {
            await using var connection = new NpgsqlConnection(fresh);
            await connection.OpenAsync(cancellation);
        }
        catch (NpgsqlException fault)
        {
            throw ConnectionFault.Explain(fault, fresh);
        }
    }

    private string Address(bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = SocketDirectory,
        Port = ServerSettings.Port,
        Username = ServerSettings.Role,
        Database = "postgres",
        ApplicationName = "cycle",
        Pooling = pooling,
        MaxPoolSize = MaxPoolSize,
        // As much as the system lets it be: the server goes on with a COPY while the thread that sends waits for a processor.
        SocketSendBufferSize = 4 * 1024 * 1024,
        // Neither means anything on a Unix socket, and looking for Kerberos costs time.
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;
}
