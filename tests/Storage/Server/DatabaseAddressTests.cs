using Cycle.Ledger.Storage.Server;
using Cycle.Tests.Shared;

namespace Cycle.Storage.Tests.Server;

[Collection(PostgresCollection.Name)]
public sealed class DatabaseAddressTests(PostgresFixture postgres)
{
    private const string Secret = "hunter2";

    [Fact]
    public async Task Address_IsAnotherServersDatabase_WhenOneIsTold()
    {
        var told = Databases.On(postgres.AdminConnectionString, "told");
        await using var address = await DatabaseAddress.ResolveAsync("/nowhere", told);
        address.Lease.ShouldBeNull();
        (await Sql.ScalarAsync(address.ConnectionString, "SELECT current_database()::text")).ShouldBe("told");
        await Databases.DropAsync(postgres.AdminConnectionString, "told");
    }

    [Fact]
    public async Task Address_IsInThePrivateServer_WhenNoneIsTold()
    {
        await using var place = new TemporaryVar();
        await using var address = await DatabaseAddress.ResolveAsync(place.Var, " ");
        address.Lease.ShouldNotBeNull();
        (await Sql.ScalarAsync(address.ConnectionString, "SELECT current_database()::text")).ShouldBe(DatabaseAddress.DefaultName);
    }

    [Theory]
    [InlineData($"Host=127.0.0.1;Port=9;Username=me;Password={Secret}", "cannot be reached")]
    [InlineData($"Host=no-such-host.invalid;Username=me;Password={Secret}", "cannot be reached")]
    [InlineData($"Host=/nowhere;Username=me;Password={Secret}", "cannot be reached")]
    [InlineData($"postgres://me:{Secret}@host/cycle", "not a connection string")]
    [InlineData($"Host=here;Port={Secret}", "not a connection string")]
    [InlineData($"Host=here;{Secret}=1", "not a connection string")]
    public async Task Address_IsRefusedWithoutThePassword_WhenItDoesNotWork(string told, string words)
    {
        var problem = await Should.ThrowAsync<ServerProblem>(() => DatabaseAddress.ResolveAsync("/nowhere", told));
        problem.Message.ShouldContain(words);
        problem.Message.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Address_IsRefused_WhenTheUserMayNotConnect()
    {
        var told = postgres.AdminConnectionString.Replace("Username=cycle", $"Username=stranger;Password={Secret}", StringComparison.Ordinal);
        var problem = await Should.ThrowAsync<ServerProblem>(() => DatabaseAddress.ResolveAsync("/nowhere", told));
        problem.What.ShouldContain("refused the user");
        problem.Message.ShouldNotContain(Secret);
    }
}
