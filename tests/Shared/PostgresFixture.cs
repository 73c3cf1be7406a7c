using System.Collections.Concurrent;
using Cycle.Ledger.Storage.Server;
using Npgsql;

namespace Cycle.Tests.Shared;

/// <summary>One private server for a test assembly, in a directory of its own under the temp directory; gone at the end.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Prefix = "cycle-tests-";
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _templates = new();
    private readonly string _directory = Path.Combine(Path.GetTempPath(), Prefix + Guid.NewGuid().ToString("N")[..8]);
    private ServerLease? _lease;
    private int _databases;

    /// <summary>The server's <c>postgres</c> database.</summary>
    public string AdminConnectionString => _lease!.ConnectionString;

    /// <summary>The server's log.</summary>
    public string LogFile => Path.Combine(_directory, "pg", "log", "server.log");

    /// <summary>Makes a database of one test's own; dispose of it to drop it.</summary>
    /// <param name="template">A name for what <paramref name="prepare"/> makes.</param>
    /// <param name="prepare">Fills the template once (migrations); gets its connection string. Null is an empty database.</param>
    public async Task<TestDatabase> CreateDatabaseAsync(string template = "empty", Func<string, Task>? prepare = null)
    {
        var source = await _templates.GetOrAdd(template, name => new(() => PrepareAsync("template_" + name, prepare))).Value;
        var database = $"test_{Interlocked.Increment(ref _databases)}";
        return new TestDatabase(AdminConnectionString, database, await Databases.CreateFromTemplateAsync(AdminConnectionString, database, source));
    }

    /// <summary>Starts the server, after clearing away those of test runs that were killed.</summary>
    public async Task InitializeAsync()
    {
        // The age spares a run that has made its directory and not yet started its server.
        var young = DateTime.UtcNow.AddMinutes(-10);
        foreach (var abandoned in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*").Where(path => Directory.GetCreationTimeUtc(path) < young))
        {
            await ClearAsync(abandoned);
        }

        Directory.CreateDirectory(_directory);
        try
        {
            _lease = await PrivateServer.StartOrJoinAsync(_directory);
            await MakeFastAsync();
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task MakeFastAsync()
    {
        // Nothing of a test run outlives it, so nothing need reach the disk.
        await using var database = NpgsqlDataSource.Create(AdminConnectionString);
        foreach (var sql in (string[])["alter system set fsync = off", "alter system set full_page_writes = off", "select pg_reload_conf()"])
        {
            await using var command = database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Stops the server and removes its data.</summary>
    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_lease is not null)
        {
            await _lease.DisposeAsync();
        }

        await ClearAsync(_directory);
    }

    private async Task<string> PrepareAsync(string name, Func<string, Task>? prepare)
    {
        var connectionString = await Databases.EnsureAsync(AdminConnectionString, name);
        if (prepare is not null)
        {
            await prepare(connectionString);
            // A template in use cannot be copied.
            await using var pooled = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(pooled);
        }

        return name;
    }

    /// <summary>Removes a directory unless a live process uses its server.</summary>
    private static async Task ClearAsync(string directory)
    {
        try
        {
            if (await PrivateData.RemoveAsync(directory))
            {
                Directory.Delete(directory, recursive: true);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Another user's, or being removed by another test run.
        }
    }
}
