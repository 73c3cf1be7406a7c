using System.Reflection;
using Cycle.Ledger.Storage.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Cycle.Ledger.Storage.Control;

/// <summary>The schema of a database: brought up to date by migrations.</summary>
public static class Schema
{
    private const string Lock = "hashtextextended('cycle schema', 0)";

    /// <summary>Every migration there is, by name.</summary>
    private static readonly string[] Migrations =
        [.. typeof(Schema).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>()];

    /// <summary>Applies the migrations that are missing.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SchemaRefusedException">A newer build changed the schema, or processes of an older one are still at work on it.</exception>
    public static async Task MigrateAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        // Asked without EF Core, which takes a second of every command to say that there is nothing to do.
        if (await IsCurrentAsync(dataSource, cancellationToken))
        {
            return;
        }

        // Commands that come at the same time, to a new database above all, bring it up to date one after the other.
        await using var held = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var gate = new NpgsqlCommand($"select pg_advisory_lock({Lock})", held) { CommandTimeout = 0 };
        await gate.ExecuteNonQueryAsync(cancellationToken);
        try
        {
            await MigrateAloneAsync(dataSource, cancellationToken);
        }
        finally
        {
            gate.CommandText = $"select pg_advisory_unlock({Lock})";
            await gate.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private static async Task MigrateAloneAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (await IsCurrentAsync(dataSource, cancellationToken))
        {
            return;
        }

        await RequireNobodyAtWorkAsync(dataSource, cancellationToken);
        await using var context = Open(dataSource);
        // New indexes and columns are as much work as the store is large.
        context.Database.SetCommandTimeout(WholePortfolio.TimeoutSeconds);
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>A control-plane context on a database.</summary>
    public static ControlContext Open(NpgsqlDataSource dataSource) =>
        new(new DbContextOptionsBuilder<ControlContext>().UseNpgsql(dataSource).Options);

    private static async Task<bool> IsCurrentAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var history = dataSource.CreateCommand("""select to_regclass('"__EFMigrationsHistory"') is not null""");
        if (await history.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return false;
        }

        await using var applied = dataSource.CreateCommand("""select "MigrationId" from "__EFMigrationsHistory" """);
        await using var rows = await applied.ExecuteReaderAsync(cancellationToken);
        var missing = Migrations.ToHashSet(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellationToken))
        {
            if (!missing.Remove(rows.GetString(0)))
            {
                throw new SchemaRefusedException(
                    $"A newer build of the program changed this database (migration {rows.GetString(0)}); this one does not know it and may not work on it. " +
                    "Start the newer build. Nothing was done.");
            }
        }

        return missing.Count == 0;
    }

    /// <summary>Whoever works by the old schema would meet the new one in the middle of a transaction.</summary>
    private static async Task RequireNobodyAtWorkAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var workers = dataSource.CreateCommand("select to_regclass('run_workers') is not null");
        if (await workers.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return;
        }

        await using var command = dataSource.CreateCommand(
            "select string_agg(worker, ', ') from run_workers where ended_at is null and seen_at > now() - interval '30 seconds'");
        if (await command.ExecuteScalarAsync(cancellationToken) is string names)
        {
            throw new SchemaRefusedException(
                $"This build of the program has to change the database, and processes of an older build work on it: {names}. " +
                "Stop them, and give the same command again; one that was killed counts as ended after 30 seconds. Nothing was done.");
        }
    }
}
