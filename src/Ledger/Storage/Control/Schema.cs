using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Cycle.Ledger.Storage.Control;

/// <summary>The schema of a database: brought up to date by migrations.</summary>
public static class Schema
{
    /// <summary>Every migration there is, by name.</summary>
    private static readonly string[] Migrations =
        [.. typeof(Schema).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>()];

    /// <summary>Applies the migrations that are missing.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task MigrateAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        // Asked without EF Core, which takes a second of every command to say that there is nothing to do.
        if (await IsCurrentAsync(dataSource, cancellationToken))
        {
            return;
        }

        await using var context = Open(dataSource);
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

        await using var applied = dataSource.CreateCommand("""select count(*) from "__EFMigrationsHistory" where "MigrationId" = any($1)""");
        applied.Parameters.Add(new() { Value = Migrations });
        return await applied.ExecuteScalarAsync(cancellationToken) is long count && count == Migrations.Length;
    }
}
