using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>A migration whose SQL stands in a file beside it, so that a database administrator can read it as it runs.</summary>
/// <param name="file">Name of the embedded file.</param>
public abstract class SqlMigration(string file) : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        using var stream = typeof(SqlMigration).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The migration file {file} is missing from the program.");
        using var reader = new StreamReader(stream);
        migrationBuilder.Sql(reader.ReadToEnd());
    }
}
