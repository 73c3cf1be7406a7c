using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Intake;

[Collection(PostgresCollection.Name)]
public sealed class RepeatedFileTests(PostgresFixture postgres)
{
    private const string Name = "postings-2026-08-01.csv";

    [Fact]
    public async Task SameFileAgain_IsNoOpThatSaysWhen()
    {
        await using var bench = await CreateAsync(postgres);
        var path = bench.Write(Name, PostingHeader, Row("P1"), Row("P2", card: "C9"));
        await bench.TakeAsync(path);
        var before = await bench.QueryAsync("select * from postings union all select * from postings");

        var again = (await bench.TakeAsync(path, on: Day.AddDays(3))).ShouldBeOfType<FileAlreadyTaken>();

        again.BusinessDate.ShouldBe(Day);
        again.TakenAt.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5));
        (await bench.QueryAsync("select * from postings union all select * from postings")).ShouldBe(before);
        (await bench.QueryAsync("select count(*) from rejects union all select count(*) from file_refusals")).ShouldBe(["1", "0"]);
    }

    [Fact]
    public async Task SameNameWithOtherContent_IsRefused_OnceForAContentAndDate()
    {
        await using var bench = await CreateAsync(postgres);
        await bench.TakeRowsAsync(Row("P1"));
        var first = (await bench.QueryAsync($"select sha256 from files where file_name = '{Name}'")).Single();

        var outcome = (await bench.TakeRowsAsync(Row("P1"), Row("P2"))).ShouldBeOfType<FileRefused>();
        await bench.TakeRowsAsync(Row("P1"), Row("P2"));

        outcome.Reason.ShouldStartWith($"{Name}: a file of this name but other content (sha256 {first}) was taken on 2026-08-01; this one has sha256 ");
        outcome.Reason.ShouldEndWith(". Corrections come in a file of another name.");
        (await bench.QueryAsync("select posting_id from postings")).ShouldBe(["P1"]);
        (await bench.QueryAsync("select count(*) from file_refusals")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task CorrectedRow_IsTakenUnderTheSameId_LaterAndInTheSameFile()
    {
        await using var bench = await CreateAsync(postgres);
        await bench.TakeRowsAsync(Row("P1", amount: "x"), Row("P2", card: "C9"), Row("P2"), Row("P2"));

        await bench.TakeAsync(bench.Write("postings-2026-08-01-2.csv", PostingHeader, Row("P1"), Row("P2")));

        (await bench.QueryAsync("select posting_id, file_name, line from postings order by 1")).ShouldBe([$"P1|postings-2026-08-01-2.csv|2", $"P2|{Name}|4"]);
        (await bench.QueryAsync("select file_name, line, reason from rejects order by 1, 2")).ShouldBe(
            ["postings-2026-08-01-2.csv|3|DUPLICATE_POSTING", $"{Name}|2|BAD_AMOUNT", $"{Name}|3|UNKNOWN_CARD", $"{Name}|5|DUPLICATE_POSTING"]);
    }

    [Fact]
    public async Task Duplicate_IsFound_AcrossChunksOfOneFile()
    {
        await using var bench = await CreateAsync(postgres);
        var rows = Enumerable.Range(0, 45_000).Select(i => Row($"P{i}")).ToArray();
        rows[44_000] = Row("P7", card: "C9");
        rows[21_000] = Row("P8");

        (await bench.TakeRowsAsync(rows)).ShouldBe(new FileTaken(Name, FileKind.Postings, 45_000, 44_998, 2, 4_500_000m));

        (await bench.RejectsAsync()).ShouldBe(
        [
            $"21002|P8|DUPLICATE_POSTING|posting_id 'P8' was taken from {Name} line 10; an id never taken before expected.",
            $"44002|P7|DUPLICATE_POSTING|posting_id 'P7' was taken from {Name} line 9; an id never taken before expected.",
        ]);
    }

    [Fact]
    public async Task Duplicate_IsTheReason_EvenWhenOnlyRowsRejectedForMoreHoldIdsTakenBefore()
    {
        await using var bench = await CreateAsync(postgres);
        await bench.TakeAsync(bench.Write("postings-2026-08-01-0.csv", PostingHeader, Row("OLD")));
        var rows = Enumerable.Range(0, 45_000).Select(i => Row($"P{i}")).ToArray();
        rows[100] = Row("OLD", card: "C9");
        rows[200] = Row("P300", card: "C9"); // its id is taken by a row below
        rows[40_000] = Row("P50", kind: "REVERSAL", original: "nowhere");

        (await bench.TakeRowsAsync(rows)).ShouldBeOfType<FileTaken>().Rejected.ShouldBe(3);

        (await bench.QueryAsync("select line, posting_id, reason from rejects order by 1"))
            .ShouldBe(["102|OLD|DUPLICATE_POSTING", "202|P300|UNKNOWN_CARD", "40002|P50|DUPLICATE_POSTING"]);
    }
}
