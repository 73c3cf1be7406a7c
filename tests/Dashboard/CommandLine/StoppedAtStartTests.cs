using System.Diagnostics;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary><c>cycle serve</c> is stopped by a person before it is ready.</summary>
[Collection(PostgresCollection.Name)]
public sealed class StoppedAtStartTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData("TRIGGERS")]
    [InlineData("LOCKS")]
    [InlineData("SCHEDULER_STATE")]
    public async Task Serve_EndsWellWithoutAWord_WhenItIsStoppedWhileItsClockWaits(string table)
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        using (var first = Serve(bench))
        {
            (await first.StandardOutput.ReadLineAsync())!.ShouldStartWith("Cycle listens on ");
            (await CycleBench.AskedToEndAsync(first)).ShouldEnd(0);
        }

        await using var held = await bench.Db.OpenConnectionAsync();
        await using var gate = new NpgsqlCommand($"begin; lock table qrtz_{table} in access exclusive mode", held);
        await gate.ExecuteNonQueryAsync();
        using var serve = Serve(bench);
        await WaitsAsync(bench, serve);

        (await CycleBench.AskedToEndAsync(serve)).Everything.ShouldBe("exit code 0\n");
    }

    private static Process Serve(CycleBench bench) => bench.Start("serve", "--urls", "http://127.0.0.1:0", "--inbox", bench.Inbox);

    private static async Task WaitsAsync(CycleBench bench, Process command)
    {
        var since = Stopwatch.StartNew();
        while (await bench.ScalarAsync("select count(*) from pg_locks where locktype = 'relation' and not granted") is 0L)
        {
            command.HasExited.ShouldBeFalse("it starts");
            (since.Elapsed < Patience).ShouldBeTrue("its clock comes to the table");
            await Task.Delay(20);
        }
    }
}
