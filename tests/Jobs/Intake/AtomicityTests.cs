using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using Npgsql;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Intake;

[Collection(PostgresCollection.Name)]
public sealed class AtomicityTests(PostgresFixture postgres)
{
    private const int Rows = 120_000;
    private const string Kept = "select count(*) from postings union all select count(*) from rejects union all select count(*) from files where kind = 'postings'";

    [Fact]
    public async Task Nothing_IsKept_WhenTheBackendIsKilledInTheMiddle()
    {
        await using var bench = await CreateAsync(postgres);
        var path = BigFile(bench);

        var taking = bench.TakeAsync(path);
        await InTheMiddleAsync(bench);
        await bench.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null");

        await Should.ThrowAsync<NpgsqlException>(taking);
        (await bench.QueryAsync(Kept)).ShouldBe(["0", "0", "0"]);
        (await bench.TakeAsync(path)).ShouldBe(new FileTaken("postings-2026-08-01.csv", FileKind.Postings, Rows, Rows - 1, 1, Rows * 100m));
    }

    [Fact]
    public async Task Nothing_IsKept_WhenItIsCancelledInTheMiddle()
    {
        await using var bench = await CreateAsync(postgres);
        using var cancel = new CancellationTokenSource();

        var taking = bench.TakeAsync(BigFile(bench), cancellationToken: cancel.Token);
        await InTheMiddleAsync(bench);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(taking);
        (await bench.QueryAsync(Kept)).ShouldBe(["0", "0", "0"]);
    }

    [Fact]
    public async Task Nothing_IsKept_WhenOnlyTheLastLineOfALargeFileIsBroken()
    {
        await using var bench = await CreateAsync(postgres);
        var path = BigFile(bench);
        await File.AppendAllTextAsync(path, "LAST,C1,\"never closed");

        (await bench.TakeAsync(path)).ShouldBeOfType<FileRefused>().Reason.ShouldContain($"the row on line {Rows + 2} has a quote that is never closed.");

        (await bench.QueryAsync(Kept)).ShouldBe(["0", "0", "0"]);
    }

    [Fact]
    public async Task Nothing_IsKept_WhenTheControlFileOfALargeFileDisagrees()
    {
        await using var bench = await CreateAsync(postgres);
        var path = BigFile(bench);
        bench.WriteText(Path.GetFileName(path) + ".control.json", $$"""{"records": {{Rows - 1}}, "amountTotal": "1.00", "sha256": "{{new string('0', 64)}}"}""");

        (await bench.TakeAsync(path)).ShouldBeOfType<FileRefused>().Reason.ShouldContain($"states {Rows - 1} records; the file has {Rows}.");

        (await bench.QueryAsync(Kept)).ShouldBe(["0", "0", "0"]);
    }

    [Fact]
    public async Task OneFile_IsTakenOnce_WhenTwoTryAtTheSameTime()
    {
        await using var bench = await CreateAsync(postgres);
        var path = bench.Write("postings-2026-08-01.csv", PostingHeader, Row("P1"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bench.TakeAsync(path)));

        outcomes.Count(outcome => outcome is FileTaken).ShouldBe(1);
        outcomes.Count(outcome => outcome is FileAlreadyTaken).ShouldBe(3);
    }

    private static string BigFile(IntakeBench bench) => bench.Write(
        "postings-2026-08-01.csv", [PostingHeader, .. Enumerable.Range(0, Rows).Select(i => Row($"P{i}", card: i == 5 ? "C9" : "C1"))]);

    /// <summary>Waits until rows of the file are being copied: the transaction's size in the log shows it from outside.</summary>
    private static async Task InTheMiddleAsync(IntakeBench bench)
    {
        for (var waited = 0; waited < 6_000; waited++)
        {
            if ((await bench.QueryAsync("select pg_relation_size('postings') > 1000000")).Single() == "true")
            {
                return;
            }

            await Task.Delay(5);
        }

        throw new TimeoutException("The file was never in the middle of being taken.");
    }
}
