using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Cycle.Dashboard.Scheduling;

/// <summary>Hosts that start at the same instant make the clock's tables and triggers one after the other.</summary>
/// <param name="database">The store.</param>
internal sealed class SchemaGate(NpgsqlDataSource database) : IHostedLifecycleService, IAsyncDisposable
{
    private const string Lock = "hashtextextended('cycle clock', 0)";
    private NpgsqlConnection? _held;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        _held = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"select pg_advisory_lock({Lock})", _held) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The tables are there and the clock has its triggers: the next host may.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using (var command = new NpgsqlCommand($"select pg_advisory_unlock({Lock})", _held))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await DisposeAsync();
    }

    /// <summary>A host that failed to start lets go with its connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_held is { } held)
        {
            _held = null;
            await held.DisposeAsync();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
