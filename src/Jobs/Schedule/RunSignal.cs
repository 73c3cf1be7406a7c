using Npgsql;

namespace Cycle.Jobs.Schedule;

/// <summary>Waits until somebody says that there may be a run to work on, or until it is time to look anyway.</summary>
/// <param name="database">The store.</param>
public sealed class RunSignal(NpgsqlDataSource database) : IAsyncDisposable
{
    /// <summary>The channel of LISTEN and NOTIFY.</summary>
    public const string Channel = "cycle_runs";

    private NpgsqlConnection? _connection;

    /// <summary>Tells every listener, when the connection's transaction commits.</summary>
    public static async Task SendAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"notify {Channel}", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Begins to listen; what is said from now on is not missed.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        if (_connection is not null)
        {
            return;
        }

        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand($"listen {Channel}", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
            _connection = connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for a word, at most so long. Without a connection it waits the whole time.</summary>
    /// <param name="longest">At least a second: nothing looks more often than that.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, TimeSpan.FromSeconds(1));
        if (_connection is null)
        {
            await Task.Delay(longest, cancellationToken);
            return;
        }

        try
        {
            await _connection.WaitAsync(longest, cancellationToken);
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            // The next look says that the database is gone, and listens anew.
            await DisposeAsync();
            await Task.Delay(longest, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }
}
