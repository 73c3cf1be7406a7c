using Cycle.Ledger.Storage.Server;
using Cycle.Tests.Shared;

namespace Cycle.Storage.Tests.Server;

[Collection(PostgresCollection.Name)]
public sealed class DatabasesTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Database_IsMadeOnce_WhenManyEnsureIt()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Databases.EnsureAsync(postgres.AdminConnectionString, "it's \"one\"")));
        (await Sql.ScalarAsync(made[0], "SELECT current_database()::text")).ShouldBe("it's \"one\"");
        await Databases.DropAsync(postgres.AdminConnectionString, "it's \"one\"");
    }

    [Fact]
    public async Task Database_HoldsWhatTheTemplateHolds_AndChangesAlone()
    {
        await using var first = await postgres.CreateDatabaseAsync("seeded", SeedAsync);
        await using var second = await postgres.CreateDatabaseAsync("seeded", SeedAsync);
        await Sql.ScalarAsync(first.ConnectionString, "DELETE FROM seed");
        (await Sql.ScalarAsync(first.ConnectionString, "SELECT count(*) FROM seed")).ShouldBe(0L);
        (await Sql.ScalarAsync(second.ConnectionString, "SELECT count(*) FROM seed")).ShouldBe(3L);
    }

    [Fact]
    public async Task Copy_IsRefused_WhenTheNameIsTaken()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await Databases.EnsureAsync(postgres.AdminConnectionString, "taken");
        var problem = await Should.ThrowAsync<ServerProblem>(
            () => Databases.CreateFromTemplateAsync(postgres.AdminConnectionString, "taken", "template0"));
        problem.Found.ShouldContain("already exists");
        await Databases.DropAsync(postgres.AdminConnectionString, "taken");
        await Databases.DropAsync(postgres.AdminConnectionString, "taken");
    }

    private static Task SeedAsync(string connectionString) =>
        Sql.ScalarAsync(connectionString, "CREATE TABLE seed AS SELECT generate_series(1, 3)");
}
