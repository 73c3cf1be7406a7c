using Cycle.Jobs.Audit;
using Cycle.Jobs.Outputs;
using Cycle.Jobs.Tests.Nights;
using Cycle.Jobs.Tests.Replay;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Jobs.Tests.Audit;

/// <summary>What reads years of a whole portfolio waits for it longer than a command usually may.</summary>
[Collection(ReplayCollection.Name)]
public sealed class SlowStoreTests(CashExample example) : IClassFixture<CashExample>
{
    [Fact]
    public async Task VerificationAndExport_Finish_WhenTheJournalTakesLongerThanACommandMay()
    {
        await example.Bench.ExecuteAsync(
            """
            alter table journal rename to quick_journal;
            create view journal as select j.* from (select pg_sleep(1.2) offset 0) slow cross join quick_journal j;
            """);
        await using var impatient = NpgsqlDataSource.Create($"{example.Bench.ConnectionString};Command Timeout=1");
        await using var usual = impatient.CreateCommand("select count(*) from journal");
        (await Should.ThrowAsync<NpgsqlException>(usual.ExecuteScalarAsync())).InnerException.ShouldBeOfType<TimeoutException>();
        var folder = Directory.CreateDirectory(Path.Combine(example.Bench.Output, "export")).FullName;

        var result = await new Verification(impatient, example.Bench.Output).RunAsync(default);
        await new Exporter(impatient, example.Bench.Tariff).WriteAsync(folder, new(2026, 7, 1), new(2026, 9, 30), default);

        result.Findings.ShouldBeEmpty();
        result.Entries.ShouldBe(5);
        (await File.ReadAllLinesAsync(Path.Combine(folder, "journal.csv"))).Length.ShouldBeGreaterThan(5);
    }
}
