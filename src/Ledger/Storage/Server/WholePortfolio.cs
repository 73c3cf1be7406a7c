using Npgsql;

namespace Cycle.Ledger.Storage.Server;

/// <summary>Statements over a whole portfolio: they take as long as it is large, seconds for a million accounts, minutes for all its journal.</summary>
public static class WholePortfolio
{
    /// <summary>How long such a statement may take, in seconds: longer than any window for a night, so that only a server that hangs ends it.</summary>
    public const int TimeoutSeconds = 4 * 60 * 60;

    /// <summary>Opens a connection of its own for them. A COPY takes its timeout from the connection: it waits for its first row, which a sort gives last.</summary>
    /// <param name="database">The store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var usual = database.CreateConnection();
        var patient = new NpgsqlConnectionStringBuilder(usual.ConnectionString) { CommandTimeout = TimeoutSeconds, Pooling = false };
        var connection = await usual.CloneWithAsync(patient.ConnectionString, cancellationToken);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
