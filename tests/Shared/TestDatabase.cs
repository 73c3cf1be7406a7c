using Cycle.Ledger.Storage.Server;

namespace Cycle.Tests.Shared;

/// <summary>A database of one test's own, dropped when disposed.</summary>
public sealed class TestDatabase(string admin, string name, string connectionString) : IAsyncDisposable
{
    /// <summary>Its Npgsql connection string.</summary>
    public string ConnectionString => connectionString;

    /// <summary>Drops it, whoever is still connected.</summary>
    public async ValueTask DisposeAsync() => await Databases.DropAsync(admin, name);
}
