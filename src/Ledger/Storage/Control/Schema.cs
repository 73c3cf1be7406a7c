using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cycle.Ledger.Storage.Control;

/// <summary>The schema of a database: brought up to date by migrations.</summary>
public static class Schema
{
    /// <summary>Applies the migrations that are missing.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task MigrateAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var context = Open(dataSource);
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>A control-plane context on a database.</summary>
    public static ControlContext Open(NpgsqlDataSource dataSource) =>
        new(new DbContextOptionsBuilder<ControlContext>().UseNpgsql(dataSource).Options);
}
