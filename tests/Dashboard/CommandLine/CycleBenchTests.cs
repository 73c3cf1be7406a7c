using Cycle.Dashboard.Tests.Chaos;
using Cycle.Ledger.Storage.Server;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary>Whatever a test does, its bench leaves no process and no file on the machine.</summary>
[Collection(PostgresCollection.Name)]
public sealed class CycleBenchTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bench_LeavesNoServerAndNoData_WhenItsTestFailsWhileACommandRuns(bool isHeld)
    {
        var (root, server, worker) = ("", 0, 0);

        (await Record.ExceptionAsync(FailingTestAsync)).ShouldBeOfType<NotSupportedException>();

        Directory.Exists(root).ShouldBeFalse();
        ProcessTable.IsAlive(worker).ShouldBeFalse();
        ProcessTable.IsAlive(server).ShouldBeFalse("one that ended but was not collected by its parent is none");

        async Task FailingTestAsync()
        {
            await using var bench = await CycleBench.CreateAsync(postgres);
            root = bench.Root;
            bench.Database = "";
            await using var held = isHeld ? await HeldServer.JoinAsync(bench) : null;
            var command = bench.Start("worker", "--workers", "1");
            worker = command.Id;
            (await command.StandardOutput.ReadLineAsync())!.ShouldStartWith("Waiting for work ");
            server = int.Parse(await File.ReadAllTextAsync(Path.Combine(bench.Var, "pg", "started.pid")));
            ProcessTable.IsAlive(server, "postgres").ShouldBeTrue();
            throw new NotSupportedException("the test fails here");
        }
    }

    [Fact]
    public async Task Bench_LeavesNoData_WhenTheServerCouldNotEnterItsFolder()
    {
        string data;
        await using (var bench = await CycleBench.CreateAsync(postgres))
        {
            File.SetUnixFileMode(bench.Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            await using var lease = await PrivateServer.StartOrJoinAsync(bench.Var);
            data = lease.DataDirectory;
            Directory.Exists(data).ShouldBeTrue();
        }

        Directory.Exists(Path.GetDirectoryName(data)).ShouldBeFalse();
    }
}
