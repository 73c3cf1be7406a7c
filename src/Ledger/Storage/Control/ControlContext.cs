using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cycle.Ledger.Storage.Control;

/// <summary>
/// The control plane: runs and their steps, and the migrations of the whole schema. The data plane never goes through here; it is
/// read and written by COPY and set-based SQL.
/// </summary>
/// <param name="options">Where the database is.</param>
public sealed class ControlContext(DbContextOptions<ControlContext> options) : DbContext(options)
{
    /// <summary>Runs.</summary>
    public DbSet<Run> Runs => Set<Run>();

    /// <summary>Their steps.</summary>
    public DbSet<RunStep> Steps => Set<RunStep>();

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);

        // Migrations are SQL files written by hand; there is no generated snapshot to compare the model with.
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Run>(run =>
        {
            run.ToTable("runs").HasKey(r => r.RunId);
            run.Property(r => r.RunId).UseIdentityAlwaysColumn();
        });
        modelBuilder.Entity<RunStep>(step =>
        {
            step.ToTable("run_steps").HasKey(s => new { s.RunId, s.Number });
            step.Property(s => s.Result).HasColumnType("jsonb");
        });
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
