using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>PostgreSQL itself dies or is restarted in the middle of a night.</summary>
[Collection(ChaosCollection.Name)]
public sealed class KilledServerTests(PostgresFixture postgres, UndisturbedNights undisturbed) : IClassFixture<UndisturbedNights>
{
    [Theory]
    [InlineData("KILL")]
    [InlineData("INT")]
    public async Task Night_GoesOnByItselfToTheSameBytes_WhenItsServerIsGoneInTheMiddle(string signal)
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        bench.Database = "";
        await using var server = await HeldServer.JoinAsync(bench);
        (await bench.NightAsync("2026-08-17")).ShouldEnd(0);
        using var night = await InTheMiddleAsync(bench, server, () => server.SignalAsync(signal));

        var ended = (await CycleBench.EndAsync(night)).ShouldEnd(0);

        ended.Errors.ShouldContain("The night was interrupted and goes on in 1 s: ");
        ended.Errors.ShouldContain("The private database had ended and was started again; the work goes on.\n");
        (await server.ScalarAsync("select retries > 0 and state = 'completed' from runs where business_date = '2026-08-18'")).ShouldBe(true);
        (await bench.RunAsync("status")).ShouldEnd(0).Output.ShouldContain("  run 2  as a whole: ");
        (await LeftAsync(bench, server)).ShouldBeAsIfUndisturbed(undisturbed.Left, $"server sent {signal}");
    }

    [Fact]
    public async Task Night_GoesOnToTheSameBytes_WhenTheServerOfTheProcessesThatShareItIsKilled()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        bench.Database = "";
        await using var server = await HeldServer.JoinAsync(bench);
        (await bench.NightAsync("2026-08-17")).ShouldEnd(0);
        using var worker = bench.Start("worker", "--workers", "1");
        using var night = await InTheMiddleAsync(bench, server, () => server.SignalAsync("KILL"));

        (await CycleBench.EndAsync(night)).ShouldEnd(0);

        // Whichever of the two had the partition tried it again, or the run as a whole was: that depends on who noticed first.
        (await server.ScalarAsync(
            """
            select state = 'completed' and retries + (select sum(p.retries + p.attempts - 1) from run_partitions p where p.run_id = runs.run_id and p.attempts > 0) > 0
            from runs where business_date = '2026-08-18'
            """)).ShouldBe(true);
        worker.HasExited.ShouldBeFalse("a worker outlives its server");
        worker.Kill();
        await worker.WaitForExitAsync();
        (await LeftAsync(bench, server)).ShouldBeAsIfUndisturbed(undisturbed.Left, "server killed under two processes");
    }

    private static Task<SortedDictionary<string, string>> LeftAsync(CycleBench bench, HeldServer server) =>
        LeftByNights.ReadAsync(bench, server.Db, UndisturbedNights.First, UndisturbedNights.Second);

    /// <summary>Starts the night and does something while a partition of its close waits to write.</summary>
    private static async Task<System.Diagnostics.Process> InTheMiddleAsync(CycleBench bench, HeldServer server, Func<Task> meanwhile)
    {
        await using var connection = await server.Db.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("begin; lock table account_states in exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        var night = bench.Start("run", "NIGHT", "--date", "2026-08-18", "--inbox", bench.Inbox);
        while (await server.ScalarAsync("select count(*) from pg_locks where relation = 'account_states'::regclass and not granted") is 0L)
        {
            night.HasExited.ShouldBeFalse("the night writes account_states");
            await Task.Delay(20);
        }

        await meanwhile();
        return night;
    }
}
