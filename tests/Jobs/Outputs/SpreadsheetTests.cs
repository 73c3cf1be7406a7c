using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Outputs;

/// <summary>What other systems wrote is text in every file that a spreadsheet opens (files.md): tokens of accounts and cards too.</summary>
[Collection(PostgresCollection.Name)]
public sealed class SpreadsheetTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Tokens_AreWrittenBehindAnApostrophe_WhenTheyBeginAsAFormulaWould()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("0A1", limit: "500.00"), Rows.Account("=A1", limit: "500.00", mobile: "+6680"))
            .WithCards(Rows.Card("C1", "0A1"), Rows.Card("@C1", "=A1"), Rows.Card("-C2", "=A1", activated: "", role: "supplementary"))
            .WithPostings("2026-08-17", Rows.Purchase("P1", "C1", "2026-08-17", "1000.00"), Rows.Purchase("P2", "@C1", "2026-08-17", "1000.00"));
        await bench.RunAsync("2026-08-17");
        var files = await bench.OutputsAsync("2026-08-17", "2026-08-17");

        // In the order of the tokens: "0" stands before "=", though the apostrophe would stand before both.
        LinesOf(files, "exceptions.csv").ShouldBe(
            ["2026-08-17,0A1,OVER_LIMIT,used 1000.00 of 500.00", "2026-08-17,'=A1,OVER_LIMIT,used 1000.00 of 500.00"]);
        LinesOf(files, "cancellations.csv").ShouldBe(["2026-08-17,'-C2,'=A1,NOT_ACTIVATED"]);
        LinesOf(files, "notices.csv")[^1].ShouldStartWith("2026-08-17,'=A1,SPEND_ALERT,'+6680,en,");
        LinesOf(files, "journal.csv")[^1].ShouldStartWith("2026-08-17,'=A1,");
        LinesOf(files, "balances.csv")[^1].ShouldStartWith("'=A1,1000.00,");
    }

    private static string[] LinesOf(SortedDictionary<string, string> files, string name) =>
        files.Single(file => file.Key.EndsWith(name, StringComparison.Ordinal)).Value.TrimEnd('\n').Split('\n')[1..];
}
