using System.Diagnostics;
using Cycle.Ledger.Storage.Server;

namespace Cycle.Storage.Tests.Server;

public sealed class PrivateServerTests
{
    [Theory]
    [InlineData("fsync", "on")]
    [InlineData("full_page_writes", "on")]
    [InlineData("synchronous_commit", "on")]
    [InlineData("data_checksums", "on")]
    [InlineData("listen_addresses", "")]
    [InlineData("server_encoding", "UTF8")]
    [InlineData("TimeZone", "UTC")]
    [InlineData("max_connections", "60")]
    public void Setting_IsAsDesigned_WhenTheServerIsNew(string name, string expected) =>
        Settings.Value[name].ShouldBe(expected);

    private static readonly Lazy<Dictionary<string, string>> Settings = new(() => ReadSettingsAsync().GetAwaiter().GetResult());

    private static async Task<Dictionary<string, string>> ReadSettingsAsync()
    {
        await using var place = new TemporaryVar();
        await using var lease = await PrivateServer.StartOrJoinAsync(place.Var);
        var told = (string)(await Sql.ScalarAsync(lease.ConnectionString, "SELECT string_agg(name || '=' || setting, E'\\n') FROM pg_settings WHERE setting !~ E'\\n'"))!;
        return told.Split('\n').Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
    }

    [Fact]
    public async Task Server_StopsWithTheLastLease_WhenTwoShareIt()
    {
        await using var place = new TemporaryVar();
        var first = await PrivateServer.StartOrJoinAsync(place.Var);
        var second = await PrivateServer.StartOrJoinAsync(place.Var);
        first.WasStarted.ShouldBeTrue();
        second.WasStarted.ShouldBeFalse();
        second.ProcessId.ShouldBe(first.ProcessId);

        await first.DisposeAsync();
        (await Sql.ScalarAsync(second.ConnectionString, "SELECT 1")).ShouldBe(1);
        await second.DisposeAsync();
        ProcessTable.IsAlive(second.ProcessId).ShouldBeFalse();
        Directory.GetFiles(place.Leases).ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_StartsOnce_WhenManyComeAtTheSameTime()
    {
        await using var place = new TemporaryVar();
        var leases = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PrivateServer.StartOrJoinAsync(place.Var)));
        leases.Count(lease => lease.WasStarted).ShouldBe(1);
        leases.Select(lease => lease.ProcessId).Distinct().Count().ShouldBe(1);
        await Task.WhenAll(leases.Select(lease => lease.DisposeAsync().AsTask()));
        ProcessTable.IsAlive(leases[0].ProcessId).ShouldBeFalse();
    }

    [Fact]
    public async Task Server_OutlivesUs_UntilAnotherProcessThatUsesItIsKilled()
    {
        await using var place = new TemporaryVar();
        var lease = await PrivateServer.StartOrJoinAsync(place.Var);
        using var other = Process.Start("flock", [Path.Combine(place.Leases, "other.lease"), "sleep", "60"]);
        while (StartLock.TryTake(Path.Combine(place.Leases, "other.lease")) is { } free)
        {
            free.Dispose();
            await Task.Delay(20);
        }

        await lease.DisposeAsync();
        ProcessTable.IsAlive(lease.ProcessId).ShouldBeTrue();
        (await PrivateServer.StopUnusedAsync(place.Var)).ShouldBeFalse();

        other.Kill(entireProcessTree: true);
        await other.WaitForExitAsync();
        (await PrivateServer.StopUnusedAsync(place.Var)).ShouldBeTrue();
        ProcessTable.IsAlive(lease.ProcessId).ShouldBeFalse();
    }

    [Fact]
    public async Task Lease_IsCleanedUp_WhenItsProcessIsGone()
    {
        await using var place = new TemporaryVar();
        Directory.CreateDirectory(place.Leases);
        // A live process number does not make a lease: numbers are given out again.
        await File.WriteAllTextAsync(Path.Combine(place.Leases, "1-stale.lease"), "pid 1\n");
        var lease = await PrivateServer.StartOrJoinAsync(place.Var);
        Directory.GetFiles(place.Leases).Length.ShouldBe(1);
        await lease.DisposeAsync();
        ProcessTable.IsAlive(lease.ProcessId).ShouldBeFalse();
    }

    [Fact]
    public async Task CommittedData_IsKept_WhenTheServerIsKilled()
    {
        await using var place = new TemporaryVar();
        var killed = await PrivateServer.StartOrJoinAsync(place.Var);
        await Sql.ScalarAsync(killed.ConnectionString, "CREATE TABLE kept AS SELECT 42 AS amount_satang");
        using (var postmaster = Process.GetProcessById(killed.ProcessId))
        {
            postmaster.Kill();
        }

        await using var again = await PrivateServer.StartOrJoinAsync(place.Var);
        again.ProcessId.ShouldNotBe(killed.ProcessId);
        (await Sql.ScalarAsync(again.ConnectionString, "SELECT amount_satang FROM kept")).ShouldBe(42);
        await killed.DisposeAsync();
        (await Sql.ScalarAsync(again.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Server_StartsAgain_WhenItsProcessNumberWasGivenOutAgain()
    {
        await using var place = new TemporaryVar();
        await (await PrivateServer.StartOrJoinAsync(place.Var)).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(place.Data, "postmaster.pid"), $"{Environment.ProcessId}\n{place.Data}\n1\n5432\n\n\n\nready\n");
        await using var lease = await PrivateServer.StartOrJoinAsync(place.Var);
        lease.WasStarted.ShouldBeTrue();
    }

    [Fact]
    public async Task Server_HasASessionOfItsOwn_SoThatCtrlCDoesNotReachIt()
    {
        await using var place = new TemporaryVar();
        await using var lease = await PrivateServer.StartOrJoinAsync(place.Var);
        var stat = await File.ReadAllTextAsync($"/proc/{lease.ProcessId}/stat");
        var session = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3];
        session.ShouldBe($"{lease.ProcessId}");
    }

    [Fact]
    public async Task Server_KeepsRunning_WhenToldTo()
    {
        await using var place = new TemporaryVar();
        var lease = await PrivateServer.StartOrJoinAsync(place.Var, new ServerSwitches(KeepRunning: true), default);
        await lease.DisposeAsync();
        ProcessTable.IsAlive(lease.ProcessId).ShouldBeTrue();
        await using var joined = await PrivateServer.StartOrJoinAsync(place.Var);
        joined.WasStarted.ShouldBeFalse();
    }
}
