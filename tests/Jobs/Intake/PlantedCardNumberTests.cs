using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Intake;

/// <summary>Card numbers that someone put where they do not belong are nowhere afterwards.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PlantedCardNumberTests(PostgresFixture postgres)
{
    private const string Pan = "4111111111111111";
    private const string Printed = "4111-1111-1111-1111";

    [Fact]
    public async Task CardNumber_IsNowhere_WhenItWasInAnyColumn()
    {
        await using var bench = await CreateAsync(postgres);
        var outcomes = new List<IntakeOutcome>
        {
            await bench.TakeMasterAsync(
                "accounts.csv",
                AccountHeader,
                $"B1,K,Som {Pan},MC_WORLD,false,1,18,2020-01-01,,th,{Pan},true,{Pan},{Printed},x {Pan},{Pan}",
                $"{Pan},K,Som,{Pan},{Pan},{Pan},{Pan},{Pan},{Pan},{Pan},0,{Pan},,,,",
                $"{Pan},K"),
            await bench.TakeMasterAsync(
                "cards.csv", CardHeader, $"D1,B1,primary,visa,1111,{Pan},2026-01-01,2026-01-01,", Card(Pan, "B1", "visa"), Card("D2", Pan, "visa"),
                $"D3,B1,{Pan},{Pan},{Pan},x,{Pan},{Pan},{Pan}"),
            await bench.TakeMasterAsync("holidays.csv", "date,name", $"2026-12-31,{Pan}", $"{Pan},x"),
            await bench.TakeMasterAsync("fx-2026-08-01.csv", "network,currency,rate", $"{Pan},{Pan},{Pan}", $"visa,USD,{Pan}"),
            await bench.TakeRowsAsync(
                Row("1", merchant: $"Shop {Pan}", mcc: Pan, country: Printed), Row("2", card: Pan), Row("3", kind: Pan), Row("4", time: Pan), Row("5", channel: Pan),
                Row("6", months: Pan), Row("7", amount: Pan), Row("8", currency: Pan), Row("9", billed: Pan), Row("10", transactionDate: Pan), Row("11", postingDate: Pan),
                Row("12", kind: "REFUND", original: Pan), Pan + ",x"),
            await bench.TakeAsync(bench.Write("postings-2026-08-01-2.csv", PostingHeader + "," + Pan)),
        };

        foreach (var table in new[] { "accounts", "account_terms", "cards", "holidays", "fx_rates", "postings", "rejects", "files", "file_refusals" })
        {
            (await bench.QueryAsync($"select t::text from {table} t")).ShouldAllBe(row => !row.Contains(Pan) && !row.Contains(Printed));
        }

        outcomes.Select(outcome => outcome.ToString()).ShouldAllBe(text => !text!.Contains(Pan));
        (await bench.QueryAsync("select merchant, mcc, country from postings")).ShouldBe(["Shop XXXXXXXXXXXX1111|XXXXXXXXXXXX1111|XXXX-XXXX-XXXX-1111"]);
        (await bench.QueryAsync("select customer_name, address_2 from accounts where account_id = 'B1'")).ShouldBe(["Som XXXXXXXXXXXX1111|XXXX-XXXX-XXXX-1111"]);
    }
}
