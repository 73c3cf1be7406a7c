using Cycle.Jobs.Intake;
using Cycle.Jobs.Nights;
using Cycle.Ledger.Storage.Control;
using Cycle.Ledger.Storage.Server;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Bench.Nights;

/// <summary>A private server of its own, on it one prepared database a portfolio and a copy of it a round.</summary>
internal sealed class NightStore : IAsyncDisposable
{
    /// <summary>The database of the round that is measured.</summary>
    public const string RoundName = "bench_round";

    private readonly ServerLease _lease;

    private NightStore(ServerLease lease) => _lease = lease;

    /// <summary>The postmaster, parent of every server process.</summary>
    public int ServerProcessId => _lease.ProcessId;

    public static async Task<NightStore> OpenAsync()
    {
        Environment.SetEnvironmentVariable(DatabaseAddress.Variable, null);
        Directory.CreateDirectory(BenchHome.Var);
        return new(await PrivateServer.StartOrJoinAsync(BenchHome.Var));
    }

    /// <summary>Runs every night before the measured one, unless a database that was prepared from the same inbox is there.</summary>
    /// <param name="name">The database's name.</param>
    /// <param name="inbox">The folder the files lie in.</param>
    /// <param name="options">Workers and partitions.</param>
    public async Task PrepareAsync(string name, string inbox, NightOptions options)
    {
        var unfinished = $"{name}_unfinished";
        await Databases.DropAsync(_lease.ConnectionString, unfinished);
        await Databases.DropAsync(_lease.ConnectionString, name);
        var address = new NpgsqlConnectionStringBuilder(await Databases.EnsureAsync(_lease.ConnectionString, unfinished))
        {
            Options = "-c synchronous_commit=off", // Only tonight's commits are measured.
        };
        await using (var database = NpgsqlDataSource.Create(address))
        {
            await Schema.MigrateAsync(database, CancellationToken.None);
            var tariff = await TariffText.ReadFileAsync(BenchHome.Tariff, CancellationToken.None);
            var settings = new NightSettings(
                Inbox.List(inbox), Path.Combine(BenchHome.Work, "prepared-out"), tariff,
                new IntakeSettings(ControlFileRequired: false), options.Workers, RendersStatements: false);
            var runner = new NightRunner(database, settings, SilentProgress.Instance);
            await runner.RunAsync(NightDays.First, CancellationToken.None);
            await runner.RunAsync(NightDays.Measured.AddDays(-1), CancellationToken.None);
            await using var vacuum = database.CreateCommand("vacuum analyze");
            vacuum.CommandTimeout = 0;
            await vacuum.ExecuteNonQueryAsync();
        }

        NpgsqlConnection.ClearAllPools();
        await RunAsync($"alter database {unfinished} rename to {name}");
    }

    public Task<bool> HasAsync(string name) => Databases.ExistsAsync(_lease.ConnectionString, name);

    /// <summary>A fresh copy of a prepared database, on disk, with everything written that the copy left to write.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CopyAsync(string prepared)
    {
        await Databases.DropAsync(_lease.ConnectionString, RoundName);
        var copy = await Databases.CreateFromTemplateAsync(_lease.ConnectionString, RoundName, prepared);
        await using (var database = NpgsqlDataSource.Create(copy))
        {
            await Schema.MigrateAsync(database, CancellationToken.None);
        }

        NpgsqlConnection.ClearAllPools();
        await RunAsync("checkpoint");

        // A floor may sort ten million rows before it sends the first.
        return new NpgsqlConnectionStringBuilder(copy) { CommandTimeout = 0 }.ConnectionString;
    }

    public Task DropAsync(string name) => Databases.DropAsync(_lease.ConnectionString, name);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _lease.DisposeAsync();
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_lease.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
