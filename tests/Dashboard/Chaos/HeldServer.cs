using System.Diagnostics;
using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Ledger.Storage.Server;
using Npgsql;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>The private server that a bench's commands use, held by the test too, so that it can be looked into, killed and restarted.</summary>
internal sealed class HeldServer : IAsyncDisposable
{
    private readonly CycleBench _bench;
    private readonly ServerLease _lease;

    private HeldServer(CycleBench bench, ServerLease lease)
    {
        (_bench, _lease) = (bench, lease);
        // No pool, which would hand out connections to a server that is gone.
        ConnectionString = new NpgsqlConnectionStringBuilder(Databases.On(lease.ConnectionString, DatabaseAddress.DefaultName)) { Pooling = false }.ConnectionString;
        Db = NpgsqlDataSource.Create(ConnectionString);
    }

    /// <summary>Where the commands' database is.</summary>
    public string ConnectionString { get; }

    /// <summary>The commands' database.</summary>
    public NpgsqlDataSource Db { get; }

    public static async Task<HeldServer> JoinAsync(CycleBench bench) => new(bench, await PrivateServer.StartOrJoinAsync(bench.Var));

    /// <summary>Where its data is.</summary>
    public string DataDirectory => _lease.DataDirectory;

    /// <summary>Sends its main process a signal and waits until it is gone.</summary>
    /// <param name="signal">"KILL" as a machine out of memory does, "INT" as an administrator who restarts it.</param>
    public async Task SignalAsync(string signal)
    {
        using var server = Process.GetProcessById(_lease.ProcessId);
        using var kill = Process.Start("kill", [$"-{signal}", $"{server.Id}"]);
        await kill.WaitForExitAsync();
        await server.WaitForExitAsync();
    }

    /// <summary>Starts it again unless somebody has.</summary>
    public Task ReviveAsync() => _lease.ReviveAsync(default);

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Stops it, also when the test failed: commands that still run would keep it, and the disk it is on may go before they do.</summary>
    public async ValueTask DisposeAsync()
    {
        await _bench.EndCommandsAsync();
        await Db.DisposeAsync();
        await _lease.DisposeAsync();
    }
}
