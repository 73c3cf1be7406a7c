using System.Diagnostics;
using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>A process that stands still in the middle of a transaction, as on a machine that is paused, and wakes up when its night is another's.</summary>
[Collection(ChaosCollection.Name)]
public sealed class FrozenProcessTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("account_states")]
    [InlineData("files")]
    public async Task Night_IsDoneByAnotherAndTheZombieWritesNothing_WhenItsProcessFreezes(string table)
    {
        await using var undisturbed = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        (await undisturbed.NightAsync("2026-08-18")).ShouldEnd(0);
        var expected = await LeftByNights.ReadAsync(undisturbed, undisturbed.Db, new(2026, 8, 18), new(2026, 8, 18));

        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        using var frozen = await bench.BlockedNightAsync(table, process => SignalAsync(process, "STOP"));
        // What its server does for it now holds locks that its heir needs. Half a minute of silence takes no time here.
        await bench.ExecuteAsync("update runs set heartbeat_at = now() - interval '31 seconds'");
        await bench.ExecuteAsync("update run_partitions set lease_until = now() - interval '1 second' where state = 'running'");

        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);

        await SignalAsync(frozen, "CONT");
        (await CycleBench.EndAsync(frozen)).ExitCode.ShouldBe(1);
        (await bench.ScalarAsync("select state || ' ' || attempts from runs")).ShouldBe("completed 2");
        (await LeftByNights.ReadAsync(bench, bench.Db, new(2026, 8, 18), new(2026, 8, 18))).ShouldBeAsIfUndisturbed(expected, $"frozen at {table}");
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }
}
