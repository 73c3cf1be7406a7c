using Cycle.Ledger.Storage.Control;
using Cycle.Ledger.Storage.Server;
using Npgsql;

namespace Cycle.Jobs.Replay;

/// <summary>A private database for replays, emptied between cases and dropped at the end.</summary>
internal sealed class ReplayStore : IAsyncDisposable
{
    private readonly string _admin;
    private readonly string _name;

    private ReplayStore(string admin, string name, NpgsqlDataSource database) => (_admin, _name, Database) = (admin, name, database);

    public NpgsqlDataSource Database { get; }

    public static async Task<ReplayStore> MakeAsync(string admin, int lane, CancellationToken cancellationToken)
    {
        var name = $"cycle_replay_{Environment.ProcessId}_{lane}";
        await Databases.DropAsync(admin, name, cancellationToken);
        var address = new NpgsqlConnectionStringBuilder(await Databases.EnsureAsync(admin, name, cancellationToken))
        {
            // Nothing here outlives the process: the disk need not have it before the next statement.
            Options = "-c synchronous_commit=off -c jit=off",
            ApplicationName = "cycle replay",
        };
        var store = new ReplayStore(admin, name, NpgsqlDataSource.Create(address));
        await Schema.MigrateAsync(store.Database, cancellationToken);
        return store;
    }

    /// <summary>Empties every table of data, and starts the numbering of runs again.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        await using var command = Database.CreateCommand(
            """
            do $$ begin
                execute (
                    select 'truncate ' || string_agg(format('%I', tablename), ', ') || ' restart identity'
                    from pg_tables where schemaname = 'public' and tablename not in ('__EFMigrationsHistory', 'trail'));
            end $$
            """);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Databases.DropAsync(_admin, _name);
    }
}
