using System.Net.Sockets;
using Cycle.Ledger.Storage.Server;

namespace Cycle.Storage.Tests.Server;

public sealed class ServerRefusalTests(OneVar one) : IClassFixture<OneVar>
{
    [Theory]
    [InlineData("14")]
    [InlineData("99")]
    public async Task Start_IsRefused_WhenAnotherVersionMadeTheData(string version)
    {
        await using var place = new TemporaryVar();
        Directory.CreateDirectory(place.Data);
        await File.WriteAllTextAsync(Path.Combine(place.Data, "PG_VERSION"), version + "\n");
        var problem = await RefusalAsync(place);
        problem.What.ShouldContain("another version");
        problem.Found.ShouldContain(version);
        problem.Remedy.ShouldContain($"postgresql-{version}");
    }

    [Fact]
    public async Task Start_IsRefused_WhenTheProgramsAreMissing()
    {
        await using var place = new TemporaryVar();
        var problem = await RefusalAsync(place, new ServerSwitches(BinDirectory: "/nowhere/bin"));
        problem.Where.ShouldContain("/nowhere/bin");
        problem.Remedy.ShouldContain("./cycle");
        problem.Remedy.ShouldContain("apt-get install postgresql");
        Directory.GetFiles(place.Leases).ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_IsRefused_WhenAnotherProcessListensOnTheSocket()
    {
        var place = one.Place;
        await (await PrivateServer.StartOrJoinAsync(place.Var)).DisposeAsync();
        using var foreign = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        foreign.Bind(new UnixDomainSocketEndPoint(Path.Combine(place.Home, "run", ".s.PGSQL.5432")));
        foreign.Listen();
        (await RefusalAsync(place)).What.ShouldContain("socket");
    }

    [Fact]
    public async Task Start_IsRefused_WhenALiveProcessHoldsTheLockOfTheSocket()
    {
        var place = one.Place;
        await (await PrivateServer.StartOrJoinAsync(place.Var)).DisposeAsync();
        var lockFile = Path.Combine(place.Home, "run", ".s.PGSQL.5432.lock");
        await File.WriteAllTextAsync(lockFile, $"{Environment.ProcessId}\n/other/data\n");
        (await RefusalAsync(place)).Found.ShouldContain($"process {Environment.ProcessId}");
        File.Exists(lockFile).ShouldBeTrue();
        File.Delete(lockFile);
    }

    [Fact]
    public async Task Start_IsRefused_WhenAFileIsWhereTheDirectoryShouldBe()
    {
        await using var place = new TemporaryVar();
        await File.WriteAllTextAsync(place.Home, "not a directory");
        (await RefusalAsync(place)).What.ShouldContain("cannot be written");
    }

    [Fact]
    public async Task Start_IsRefused_WhenTheDataDirectoryHoldsSomethingElse()
    {
        await using var place = new TemporaryVar();
        Directory.CreateDirectory(place.Data);
        await File.WriteAllTextAsync(Path.Combine(place.Data, "holiday.jpg"), "");
        (await RefusalAsync(place)).What.ShouldContain("something else");
    }

    [Fact]
    public async Task Start_IsRefusedWithTheEndOfTheLog_WhenTheServerDies()
    {
        var place = one.Place;
        await (await PrivateServer.StartOrJoinAsync(place.Var)).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(place.Data, "conf.d", "90-local.conf"), "shared_buffers = 'a lot'\n");
        var problem = await RefusalAsync(place);
        File.Delete(Path.Combine(place.Data, "conf.d", "90-local.conf"));
        problem.Found.ShouldContain("shared_buffers");
        problem.Where.ShouldEndWith("server.log");
        Directory.GetFiles(place.Leases).ShouldBeEmpty();
    }

    [Fact]
    public void Disk_IsRefused_WhenItIsTooSmall() =>
        Should.Throw<ServerProblem>(() => DiskSpace.Require(Path.GetTempPath(), long.MaxValue)).What.ShouldContain("disk");

    [Fact]
    public async Task Lock_IsReported_WhenItsHolderDoesNotFinish()
    {
        await using var place = new TemporaryVar();
        var file = Path.Combine(place.Var, "lock");
        using var held = StartLock.TryTake(file);
        var problem = await Should.ThrowAsync<ServerProblem>(() => StartLock.TakeAsync(file, TimeSpan.FromMilliseconds(50), default));
        problem.Remedy.ShouldContain("fuser");
    }

    [Fact]
    public void Message_NamesEverything_OnALineOfItsOwn() =>
        new ServerProblem("It failed", "/here", "this\nand that", "those", "try").Message
            .ShouldBe("It failed.\n  where:    /here\n  found:    this\n            and that\n  expected: those\n  to do:    try");

    private static Task<ServerProblem> RefusalAsync(TemporaryVar place, ServerSwitches? switches = null) =>
        Should.ThrowAsync<ServerProblem>(() => PrivateServer.StartOrJoinAsync(place.Var, switches ?? new ServerSwitches(), default));
}
