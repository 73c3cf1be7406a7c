using Cycle.Ledger.Storage.Control;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Storage.Tests.Control;

[Collection(PostgresCollection.Name)]
public sealed class SchemaTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Schema_IsMadeOnce_WhenManyComeToANewDatabaseAtTheSameTime()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var store = NpgsqlDataSource.Create(database.ConnectionString);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Schema.MigrateAsync(store, default)));

        await using var twice = store.CreateCommand("""select count(*) - count(distinct "MigrationId") from "__EFMigrationsHistory" """);
        (await twice.ExecuteScalarAsync()).ShouldBe(0L);
    }
}
