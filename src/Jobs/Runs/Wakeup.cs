using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>Listens on a channel of the database, so that who waits for work need not ask for it all the time.</summary>
public sealed class Wakeup : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private Wakeup(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Listens from now on; what was told while nobody waited ends the next wait at once.</summary>
    /// <param name="database">The store.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Ends the wait for a connection.</param>
    public static async Task<Wakeup> ListenAsync(NpgsqlDataSource database, string channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var listen = new NpgsqlCommand($"listen {channel}", connection);
            await listen.ExecuteNonQueryAsync(cancellationToken);
            return new(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until something is told, or for so long.</summary>
    /// <returns>Whether something was told.</returns>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _connection.WaitAsync(atMost, cancellationToken);

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
