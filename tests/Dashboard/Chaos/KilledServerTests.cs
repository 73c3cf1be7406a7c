using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>PostgreSQL itself dies or is restarted in the middle of a night that two processes share.</summary>
[Collection(PostgresCollection.Name)]
public sealed class KilledServerTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("KILL")]
    [InlineData("INT")]
    public async Task Night_GoesOnByItselfToTheSameBytes_WhenItsServerIsGoneInTheMiddle(string signal)
    {
        await using var undisturbed = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        (await undisturbed.NightAsync("2026-08-17")).ShouldEnd(0);
        (await undisturbed.NightAsync("2026-08-18")).ShouldEnd(0);
        var expected = await LeftByNights.ReadAsync(undisturbed, undisturbed.Db, new(2026, 8, 17), new(2026, 8, 18));

        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        bench.Database = "";
        await using var server = await HeldServer.JoinAsync(bench);
        (await bench.NightAsync("2026-08-17")).ShouldEnd(0);
        using var worker = bench.Start("worker", "--workers", "1");
        using var night = await InTheMiddleAsync(bench, server, () => server.SignalAsync(signal));
        var ended = (await CycleBench.EndAsync(night)).ShouldEnd(0);

        ended.Errors.ShouldContain("The night was interrupted and goes on in 1 s: ");
        (await server.ScalarAsync("select retries > 0 and state = 'completed' from runs where business_date = '2026-08-18'")).ShouldBe(true);
        (await bench.RunAsync("status")).ShouldEnd(0).Output.ShouldContain("  run 2  as a whole: ");
        worker.HasExited.ShouldBeFalse("a worker outlives its server");
        worker.Kill();
        await worker.WaitForExitAsync();
        (await LeftByNights.ReadAsync(bench, server.Db, new(2026, 8, 17), new(2026, 8, 18))).ShouldBeAsIfUndisturbed(expected, $"server sent {signal}");
    }

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
