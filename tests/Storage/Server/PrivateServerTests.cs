using System.Diagnostics;
using Cycle.Ledger.Storage.Server;

namespace Cycle.Storage.Tests.Server;

/// <summary>Every test here leaves the server stopped, so all can use one place and its data is made once.</summary>
public sealed class PrivateServerTests(OneVar one) : IClassFixture<OneVar>
{
    private TemporaryVar Place => one.Place;

    [Theory]
    [InlineData("fsync", "on")]
    [InlineData("full_page_writes", "on")]
    [InlineData("synchronous_commit", "on")]
    [InlineData("wal_compression", "lz4")]
    [InlineData("data_checksums", "on")]
    [InlineData("listen_addresses", "")]
    [InlineData("server_encoding", "UTF8")]
    [InlineData("TimeZone", "UTC")]
    [InlineData("max_connections", "60")]
    public async Task Setting_IsAsDesigned_WhenTheServerIsNew(string name, string expected)
    {
        await using var lease = await PrivateServer.StartOrJoinAsync(Place.Var);
        (await Sql.ScalarAsync(lease.ConnectionString, $"SELECT current_setting('{name}')")).ShouldBe(expected);
    }

    [Fact]
    public async Task Server_StopsWithTheLastLease_WhenTwoShareIt()
    {
        await using var first = await PrivateServer.StartOrJoinAsync(Place.Var);
        await using var second = await PrivateServer.StartOrJoinAsync(Place.Var);
        first.WasStarted.ShouldBeTrue();
        second.WasStarted.ShouldBeFalse();
        second.ProcessId.ShouldBe(first.ProcessId);

        await first.DisposeAsync();
        (await Sql.ScalarAsync(second.ConnectionString, "SELECT 1")).ShouldBe(1);
        await second.DisposeAsync();
        ProcessTable.IsAlive(second.ProcessId).ShouldBeFalse();
        Directory.GetFiles(Place.Leases).ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_StartsOnce_WhenManyComeAtTheSameTime()
    {
        var leases = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PrivateServer.StartOrJoinAsync(Place.Var)));
        leases.Count(lease => lease.WasStarted).ShouldBe(1);
        leases.Select(lease => lease.ProcessId).Distinct().Count().ShouldBe(1);
        await Task.WhenAll(leases.Select(lease => lease.DisposeAsync().AsTask()));
        ProcessTable.IsAlive(leases[0].ProcessId).ShouldBeFalse();
    }

    [Fact]
    public async Task Server_OutlivesUs_UntilAnotherProcessThatUsesItIsKilled()
    {
        await using var lease = await PrivateServer.StartOrJoinAsync(Place.Var);
        using var other = Process.Start("flock", [Path.Combine(Place.Leases, "other.lease"), "sleep", "60"]);
        while (StartLock.TryTake(Path.Combine(Place.Leases, "other.lease")) is { } free)
        {
            free.Dispose();
            await Task.Delay(20);
        }

        await lease.DisposeAsync();
        ProcessTable.IsAlive(lease.ProcessId).ShouldBeTrue();
        (await PrivateServer.StopUnusedAsync(Place.Var)).ShouldBeFalse();

        other.Kill(entireProcessTree: true);
        await other.WaitForExitAsync();
        (await PrivateServer.StopUnusedAsync(Place.Var)).ShouldBeTrue();
        ProcessTable.IsAlive(lease.ProcessId).ShouldBeFalse();
    }

    [Fact]
    public async Task Lease_IsCleanedUp_WhenItsProcessIsGone()
    {
        Directory.CreateDirectory(Place.Leases);
        // A live process number does not make a lease: numbers are given out again.
        await File.WriteAllTextAsync(Path.Combine(Place.Leases, "1-stale.lease"), "pid 1\n");
        await using var lease = await PrivateServer.StartOrJoinAsync(Place.Var);
        Directory.GetFiles(Place.Leases).Length.ShouldBe(1);
        await lease.DisposeAsync();
        ProcessTable.IsAlive(lease.ProcessId).ShouldBeFalse();
    }

    [Fact]
    public async Task CommittedData_IsKept_WhenTheServerIsKilled()
    {
        await using var killed = await PrivateServer.StartOrJoinAsync(Place.Var);
        await Sql.ScalarAsync(killed.ConnectionString, "CREATE TABLE kept AS SELECT 42 AS amount_satang");
        await KillAsync(killed.ProcessId);

        await using var again = await PrivateServer.StartOrJoinAsync(Place.Var);
        again.ProcessId.ShouldNotBe(killed.ProcessId);
        (await Sql.ScalarAsync(again.ConnectionString, "SELECT amount_satang FROM kept")).ShouldBe(42);
        await killed.DisposeAsync();
        (await Sql.ScalarAsync(again.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Server_StartsAgain_WhenTheOneFoundWasDying()
    {
        await (await PrivateServer.StartOrJoinAsync(Place.Var)).DisposeAsync();
        using var dying = await DyingAsync();
        await using var lease = await PrivateServer.StartOrJoinAsync(Place.Var);
        lease.WasStarted.ShouldBeTrue();
    }

    [Fact]
    public async Task Server_IsStartedAgainByOne_WhenManyThatHoldItLostIt()
    {
        var leases = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PrivateServer.StartOrJoinAsync(Place.Var)));
        await KillAsync(leases[0].ProcessId);

        var started = await Task.WhenAll(leases.Select(lease => lease.ReviveAsync(default)));

        started.Count(mine => mine).ShouldBe(1);
        (await leases[0].ReviveAsync(default)).ShouldBeFalse();
        (await Sql.ScalarAsync(leases[0].ConnectionString, "SELECT 1")).ShouldBe(1);
        await Task.WhenAll(leases.Select(lease => lease.DisposeAsync().AsTask()));
        (await PrivateServer.StopUnusedAsync(Place.Var)).ShouldBeTrue();
        File.Exists(Path.Combine(Place.Data, "postmaster.pid")).ShouldBeFalse("who leaves last stops it, whoever started it");
    }

    [Fact]
    public async Task Server_IsStartedAgain_WhenTheOneThatWasLostIsStillDying()
    {
        await using var lease = await PrivateServer.StartOrJoinAsync(Place.Var);
        await KillAsync(lease.ProcessId);
        using var dying = await DyingAsync();

        (await lease.ReviveAsync(default)).ShouldBeTrue();

        (await Sql.ScalarAsync(lease.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Server_StartsAgain_WhenItsProcessNumberWasGivenOutAgain()
    {
        await (await PrivateServer.StartOrJoinAsync(Place.Var)).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(Place.Data, "postmaster.pid"), $"{Environment.ProcessId}\n{Place.Data}\n1\n5432\n\n\n\nready\n");
        await using var lease = await PrivateServer.StartOrJoinAsync(Place.Var);
        lease.WasStarted.ShouldBeTrue();
    }

    [Fact]
    public async Task Server_HasASessionOfItsOwn_SoThatCtrlCDoesNotReachIt()
    {
        await using var lease = await PrivateServer.StartOrJoinAsync(Place.Var);
        var stat = await File.ReadAllTextAsync($"/proc/{lease.ProcessId}/stat");
        var session = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3];
        session.ShouldBe($"{lease.ProcessId}");
    }

    [Fact]
    public async Task Server_KeepsRunning_WhenToldTo()
    {
        await using var lease = await PrivateServer.StartOrJoinAsync(Place.Var, new ServerSwitches(KeepRunning: true), default);
        await lease.DisposeAsync();
        ProcessTable.IsAlive(lease.ProcessId).ShouldBeTrue();
        await using var joined = await PrivateServer.StartOrJoinAsync(Place.Var);
        joined.WasStarted.ShouldBeFalse();
    }

    private static async Task KillAsync(int server)
    {
        using var postmaster = Process.GetProcessById(server);
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
    }

    /// <summary>A server that does not answer and is gone in a moment.</summary>
    private async Task<Process> DyingAsync()
    {
        var imposter = Path.Combine(Place.Root, "postgres");
        File.Copy("/bin/sleep", imposter, overwrite: true);
        var dying = Process.Start(imposter, "1");
        await File.WriteAllTextAsync(
            Path.Combine(Place.Data, "postmaster.pid"), $"{dying.Id}\n{Place.Data}\n1\n5432\n{Path.Combine(Place.Home, "run")}\n\n\nready\n");
        return dying;
    }
}
