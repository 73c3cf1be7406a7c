using Cycle.Ledger.Storage.Control;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>The indexes by business date know every row that nights wrote, so that no later query by date reads more than its date.</summary>
[Collection(PostgresCollection.Name)]
public sealed class DateIndexTests(PostgresFixture postgres)
{
    // More than the hundred and twenty-eight pages that are one range, of postings and of the journal.
    private static readonly string[] Purchases =
        [.. Enumerable.Range(1, 9_000).Select(number => Rows.Purchase($"P{number}", "C1", "2026-08-17", "10.00"))];

    [Fact]
    public async Task Indexes_KnowEveryRow_OnceTheNightIsOver()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1", limit: "500000.00")).WithCards(Rows.Card("C1", "A1")).WithPostings("2026-08-17", Purchases);

        await bench.RunAsync("2026-08-17");

        (await bench.QueryAsync("select pg_relation_size('postings') / 8192 > 150, pg_relation_size('journal') / 8192 > 150")).ShouldBe(["true|true"]);
        (await UnknownRangesAsync(bench)).ShouldBe([0, 0, 0]);
    }

    [Fact]
    public async Task TableThatIsBeingVacuumed_IsLeftToThat_AndTheNightGoesOn()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1", limit: "500000.00")).WithCards(Rows.Card("C1", "A1")).WithPostings("2026-08-17", Purchases);
        await using (var vacuum = await bench.Db.OpenConnectionAsync())
        await using (await vacuum.BeginTransactionAsync())
        {
            // The lock that vacuum takes.
            await using var hold = vacuum.CreateCommand();
            hold.CommandText = "lock table postings in share update exclusive mode";
            await hold.ExecuteNonQueryAsync();

            await bench.RunAsync("2026-08-17");
        }

        (await bench.QueryAsync("select state from runs where business_date = '2026-08-17'")).ShouldBe(["completed"]);
        (await UnknownRangesAsync(bench))[0].ShouldBeGreaterThan(0);
    }

    private static async Task<List<int>> UnknownRangesAsync(NightBench bench)
    {
        var ranges = new List<int>();
        foreach (var index in DateIndexes.All)
        {
            ranges.Add(int.Parse((await bench.QueryAsync($"select brin_summarize_new_values('{index}')")).Single()));
        }

        return ranges;
    }
}
