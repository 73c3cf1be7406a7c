using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Outputs;

/// <summary>Who was behind at the end of a calendar month (rules.md section 7; docs/month-ends.md).</summary>
[Collection(PostgresCollection.Name)]
public sealed class MonthEndsTests(PostgresFixture postgres)
{
    private const string Header = "date,account_id,overdue_cycles,overdue_amount,overdue_since,days_past_due";

    [Fact]
    public async Task MonthEnds_TellCyclesAmountAndDaysPastDue_OfAccountsThatAreBehind()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        string[] ids = ["BEHIND", "LATE", "NEW", "PAID"];
        bench.WithAccounts(ids.Select(id => Rows.Account(id, optIn: false))).WithCards(ids.Select(id => Rows.Card($"C-{id}", id)))
            .WithPostings("2026-08-17", ids[..2].Append("PAID").Select(id => Rows.Purchase($"P-{id}", $"C-{id}", "2026-08-17", "20000.00")))
            .WithPostings("2026-09-02", Rows.Payment("Y1", "C-PAID", "2026-09-02", "1600.00"))
            .WithPostings("2026-10-01", Rows.Payment("Y2", "C-LATE", "2026-10-01", "20500.00"))
            .WithPostings("2026-10-25", Rows.Purchase("P-NEW", "C-NEW", "2026-10-25", "20000.00"));
        await bench.RunAsync("2026-08-17");
        await bench.RunAsync("2026-10-31");

        // Both are behind at the end of September; what LATE paid on the first of October takes nothing back from that.
        (await MonthEndsAsync(bench, "2026-08-17", "2026-10-31")).ShouldBe(
            [
                Header,
                "2026-09-30,BEHIND,1,1600.00,2026-09-02,28",
                "2026-09-30,LATE,1,1600.00,2026-09-02,28",
                "2026-10-31,BEHIND,2,3227.00,2026-09-02,59",
                "2026-10-31,PAID,1,1494.00,2026-10-02,29",
            ]);
        (await MonthEndsAsync(bench, "2026-10-01", "2026-10-30")).ShouldBe([Header]);
    }

    private static async Task<string[]> MonthEndsAsync(NightBench bench, string from, string to)
    {
        var files = await bench.OutputsAsync(from, to);
        return files.Single(file => file.Key.EndsWith("month-ends.csv", StringComparison.Ordinal)).Value.TrimEnd('\n').Split('\n');
    }
}
