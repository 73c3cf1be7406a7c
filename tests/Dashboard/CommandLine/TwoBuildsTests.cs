using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary>Two versions of the program on one database.</summary>
[Collection(PostgresCollection.Name)]
public sealed class TwoBuildsTests(PostgresFixture postgres)
{
    [Fact]
    public async Task OldBuild_IsRefused_WhenANewerOneChangedTheDatabase()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        await bench.ExecuteAsync("""insert into "__EFMigrationsHistory" values ('9000_of_tomorrow', '10.0.0')""");

        foreach (var words in (string[][])[["status"], ["run", "NIGHT", "--date", "2026-08-18", "--inbox", bench.Inbox], ["worker"]])
        {
            (await bench.RunAsync(words)).ShouldSayOnly(
                3, "A newer build of the program changed this database (migration 9000_of_tomorrow); this one does not know it and may not work on it. " +
                "Start the newer build. Nothing was done.");
        }

        (await bench.ScalarAsync("select count(*) from runs")).ShouldBe(0L);
    }

    [Fact]
    public async Task NewBuild_IsRefused_WhileProcessesOfAnOlderOneAreAtWork()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        await bench.ExecuteAsync(
            """
            delete from "__EFMigrationsHistory" where "MigrationId" = (select max("MigrationId") from "__EFMigrationsHistory");
            insert into run_workers (worker, role, program, lanes, started_at, seen_at) values ('elsewhere/12/1', 'worker', 'older', 1, now(), now())
            """);

        (await bench.NightAsync("2026-08-18")).ShouldSayOnly(
            3, "This build of the program has to change the database, and processes of an older build work on it: elsewhere/12/1. " +
            "Stop them, and give the same command again; one that was killed counts as ended after 30 seconds. Nothing was done.");
    }

    [Fact]
    public async Task Worker_SaysThatItTakesNoPart_WhenAnotherBuildRunsTheNight()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);
        await bench.ExecuteAsync(
            """
            update runs set state = 'running', program = 'another';
            update run_partitions set state = 'planned' where step = 8
            """);

        using var worker = bench.Start("worker", "--workers", "1");
        (await worker.StandardError.ReadLineAsync())!.ShouldStartWith("A night is being run by another build of the program (another); this one (");
        worker.Kill();
        await worker.WaitForExitAsync();

        (await bench.ScalarAsync("select count(*) from run_partitions where step = 8 and state = 'planned'")).ShouldBe(1L);
    }
}
