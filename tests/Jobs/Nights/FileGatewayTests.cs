using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>The file of a night's messages and their marks in the store: both or none.</summary>
[Collection(PostgresCollection.Name)]
public sealed class FileGatewayTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Messages_StayUnsentUntilTheNightIsResumed_WhenTheirFileCannotBeWritten()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1"), Rows.Account("A2")).WithCards(Rows.Card("C1", "A1"), Rows.Card("C2", "A2"))
            .WithPostings(
                "2026-08-17", Rows.Purchase("P1", "C1", "2026-08-17", "1500.00"), Rows.Purchase("P2", "C2", "2026-08-17", "2500.00"));
        var folder = Path.Combine(bench.Output, "messages");
        File.WriteAllText(folder, "in the way");

        await Should.ThrowAsync<IOException>(bench.RunAsync("2026-08-17"));
        (await bench.QueryAsync("select state, sent_at from messages")).ShouldBe(["queued|", "queued|"]);

        File.Delete(folder);
        await bench.RunAsync("2026-08-17");
        (await bench.QueryAsync("select state, sent_at is not null from messages")).ShouldBe(["sent|true", "sent|true"]);
        File.ReadAllLines(Path.Combine(folder, "2026-08-17.txt")).Select(line => line.Split('\t')[1]).ShouldBe(["SPEND_ALERT", "SPEND_ALERT"]);
        Directory.GetFiles(folder).ShouldHaveSingleItem();
    }
}
