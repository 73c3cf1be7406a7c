using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary><c>cycle replay</c>: exit code 0 only when every expected file agrees.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ReplayCommandTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Replay_UpdatesThenAgreesThenShowsTheDifference_OfACase()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.WithPurchase().With("case.json", """{"title": "A purchase", "from": "2026-08-18", "to": "2026-08-18"}""");

        (await bench.RunAsync("replay", bench.Inbox)).ShouldEnd(0).Output.ShouldStartWith("in: made, nothing expected  A purchase\n1 cases, 1 agree, 0 differ, ");
        (await bench.RunAsync("replay", bench.Inbox, "--update")).ShouldEnd(0).Output.ShouldStartWith("in: agrees (7 files)  A purchase\n");
        var balances = Path.Combine(bench.Inbox, "expected", "balances.csv");
        await File.WriteAllTextAsync(balances, (await File.ReadAllTextAsync(balances)).Replace("98500.00", "98500.01", StringComparison.Ordinal));

        var differs = (await bench.RunAsync("replay", bench.Inbox, "--out", "out")).ShouldEnd(1);

        differs.Output.ShouldStartWith(
            """
            in: DIFFERS  A purchase
              balances.csv: differs from line 2
                - A1,1500.00,1500.00,0.00,0.00,100000.00,98500.01
                + A1,1500.00,1500.00,0.00,0.00,100000.00,98500.00
            1 cases, 0 agree, 1 differ, 
            """);
        File.Exists(Path.Combine(bench.Root, "out", "in", "statements", "A1-2026-08-18.pdf")).ShouldBeTrue();
        (await bench.ScalarAsync("select count(*) from runs")).ShouldBe(0L);
        (await bench.ScalarAsync("select count(*) from pg_database where datname like 'cycle_replay%'")).ShouldBe(0L);
    }
}
