using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary>The database a command works on.</summary>
[Collection(PostgresCollection.Name)]
public sealed class DatabaseTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Commands_UseTheirOwnPrivateServer_WhenNoDatabaseIsTold()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        bench.Database = "";

        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);

        (await bench.RunAsync("status")).ShouldEnd(0).Output.ShouldContain("NIGHT 2026-08-18  completed ");
        (await bench.ScalarAsync("select count(*) from runs")).ShouldBe(0L);
    }

    [Fact]
    public async Task Command_SaysWhatIsWrong_WhenTheDatabaseCannotBeReached()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.Database = "Host=/no/such/socket;Database=cycle;Username=cycle;Password=secret";

        var result = (await bench.RunAsync("status")).ShouldEnd(1);

        result.Output.ShouldBe("");
        result.Errors.ShouldContain("/no/such/socket");
        result.Errors.ShouldNotContain("secret");
    }
}
