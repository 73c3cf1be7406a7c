using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>The fixture of opening balances, held against the same account played from its beginning.</summary>
[Collection(PostgresCollection.Name)]
public sealed class OpeningFixtureTests(PostgresFixture postgres)
{
    private const string Card = "C000001-1";

    [Fact]
    public async Task Account_GetsTheStatementsOfTheFixture_WhenItWasNeverMoved()
    {
        var fixture = Path.Combine(Checkout.Fixtures, "opening-balances");
        await using var bench = await NightBench.CreateAsync(postgres);
        foreach (var file in Directory.EnumerateFiles(fixture, "*.csv").Where(file => !Path.GetFileName(file).StartsWith("opening", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(bench.Inbox, Path.GetFileName(file)));
        }

        bench
            .WithPostings("2026-06-22", Rows.Purchase("P2026-0001", Card, "2026-06-22", "900.00"))
            .WithPostings("2026-06-24", Rows.Refund("P2026-0002", Card, "2026-06-24", "900.00", "P2026-0001"))
            .WithPostings("2026-06-25", Rows.Cash("P2026-0003", Card, "2026-06-25", "10000.00"))
            .WithPostings("2026-07-10", Rows.Purchase("P2026-0004", Card, "2026-07-10", "6000.00", merchant: "ร้านเฟอร์นิเจอร์บ้านสวย", months: "6"))
            .WithPostings("2026-07-27", Rows.Purchase("P2026-0005", Card, "2026-07-27", "2500.00"))
            .WithPostings("2026-08-05", Rows.Refund("P2026-0006", Card, "2026-08-05", "400.00", "P2026-0005"))
            .WithPostings("2026-08-10", Rows.Payment("P2026-0007", Card, "2026-08-10", "500.00"))
            .WithPostings("2026-08-12", Rows.Purchase("P2026-0008", Card, "2026-08-12", "20.00").Replace(",THB,,", ",USD,700.00,", StringComparison.Ordinal));

        await bench.RunAsync("2026-06-22");
        await bench.RunAsync("2026-10-18");

        var outputs = await bench.OutputsAsync("2026-09-10", "2026-10-18");
        outputs["export/statements.json"].ShouldBe(await File.ReadAllTextAsync(Path.Combine(fixture, "expected", "statements.json")));
        outputs["export/balances.csv"].ShouldBe(await File.ReadAllTextAsync(Path.Combine(fixture, "expected", "balances.csv")));
    }
}
