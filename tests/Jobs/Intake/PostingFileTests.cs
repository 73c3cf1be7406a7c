using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Intake;

[Collection(PostgresCollection.Name)]
public sealed class PostingFileTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Purchase_IsStoredAsReceived_WhenEverythingIsRight()
    {
        await using var bench = await CreateAsync(postgres);

        var outcome = await bench.TakeRowsAsync(Row("P1", time: "13:05:59", months: "6"));

        outcome.ShouldBe(new FileTaken("postings-2026-08-01.csv", FileKind.Postings, 1, 1, 0, 100.00m));
        (await bench.QueryAsync("select * from postings")).ShouldBe(
            ["P1|A1|C1|0|2026-08-01|13:05:59|2026-08-01|2026-08-01|2026-08-01|THB|10000|10000|0|0|0|0|Shop|5411|TH|||6|postings-2026-08-01.csv|2"]);
        (await bench.QueryAsync("select file_name, kind, file_date, business_date, rows, taken, rejected, amount_total from files where kind = 'postings'"))
            .ShouldBe(["postings-2026-08-01.csv|postings|2026-08-01|2026-08-01|1|1|0|100.00"]);
    }
}
