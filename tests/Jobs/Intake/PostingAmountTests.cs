using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Intake;

[Collection(PostgresCollection.Name)]
public sealed class PostingAmountTests(PostgresFixture postgres)
{
    private const string Amounts = "select posting_id, currency, original_amount, amount, fee_cash_advance, fee_fx_risk, fee_tax_payment from postings order by 1";

    [Fact]
    public async Task ForeignAmount_UsesTheBillingAmountElseTheRateOfTheCardsNetwork()
    {
        await using var bench = await CreateAsync(postgres);
        await bench.TakeMasterAsync("fx-2026-07-30.csv", "network,currency,rate", "visa,USD,36.12345678", "mastercard,USD,37", "visa,JPY,0.23245");
        await bench.TakeMasterAsync("fx-2026-08-01.csv", "network,currency,rate", "visa,USD,40");

        await bench.TakeRowsAsync(
            Row("1", currency: "USD", transactionDate: "2026-07-31", postingDate: "2026-07-31"),
            Row("2", currency: "USD"),
            Row("3", currency: "USD", billed: "3611.11"),
            Row("4", card: "C2", currency: "USD", transactionDate: "2026-07-31", postingDate: "2026-07-31", kind: "CASH_ADVANCE"),
            Row("5", currency: "JPY", amount: "1000", transactionDate: "2026-07-31", postingDate: "2026-07-31", kind: "TAX_PAYMENT"),
            Row("6", billed: "5"),
            Row("7", currency: "USD", kind: "REFUND"),
            Row("8", card: "C2", currency: "USD"));

        (await bench.QueryAsync(Amounts)).ShouldBe(
        [
            "1|USD|10000|361235|0|9031|0", "2|USD|10000|400000|0|10000|0", "3|USD|10000|361111|0|9028|0", "4|USD|10000|370000|11100|9250|0",
            "5|JPY|100000|23245|0|581|465", "6|THB|10000|10000|0|0|0", "7|USD|10000|400000|0|0|0",
        ]);
        (await bench.QueryAsync("select posting_id, detail from rejects"))
            .ShouldBe(["8|the mastercard table of 2026-08-01 has no USD; a rate for posting_date 2026-08-01 or a billing_amount expected."]);
    }

    [Fact]
    public async Task Reversal_NeedsNoRate_AndKeepsItsOwnCurrencyAndAmount()
    {
        await using var bench = await CreateAsync(postgres);

        await bench.TakeRowsAsync(Row("1", currency: "USD", billed: "3600"), Row("2", currency: "USD", kind: "REVERSAL", original: "1"));

        (await bench.QueryAsync(Amounts)).ShouldBe(["1|USD|10000|360000|0|9000|0", "2|USD|10000|0|0|0|0"]);
    }

    [Fact]
    public async Task ServiceFee_IsSetByTheTariffInForceOnThePostingDate()
    {
        await using var bench = await CreateAsync(postgres);

        await bench.TakeRowsAsync(
            Row("1", kind: "FEE_PIN_REISSUE", amount: "", currency: ""),
            Row("2", kind: "FEE_PIN_REISSUE", amount: "", transactionDate: "2026-07-31", postingDate: "2026-07-31"));

        (await bench.QueryAsync(Amounts)).ShouldBe(["1|THB|12000|12000|0|0|0", "2|THB|10000|10000|0|0|0"]);
    }

    [Fact]
    public async Task ValueDate_IsAfterTheLastCut()
    {
        await using var bench = await CreateAsync(postgres);
        await bench.ExecuteAsync("update accounts set last_cut = '2026-07-18' where account_id = 'A1'");

        await bench.TakeRowsAsync(
            Row("1", kind: "PAYMENT", transactionDate: "2026-07-10"), Row("2", transactionDate: "2026-07-01", postingDate: "2026-07-18"),
            Row("3", card: "C2", kind: "PAYMENT", transactionDate: "2026-07-10"), Row("4", kind: "PAYMENT", transactionDate: "2026-07-20"));

        (await bench.QueryAsync("select posting_id, value_date from postings order by 1")).ShouldBe(["1|2026-07-19", "2|2026-07-19", "3|2026-07-10", "4|2026-07-20"]);
    }

    [Fact]
    public async Task KioskCeilingOfTheDay_CountsTakenPaymentsOfAllCardsAndFiles()
    {
        await using var bench = await CreateAsync(postgres);
        static string Kiosk(string id, string card, string amount = "2000", string on = "2026-07-31") =>
            Row(id, card, "PAYMENT", transactionDate: on, amount: amount, channel: "KIOSK");
        var nineteen = Enumerable.Range(10, 19).Select(i => Kiosk($"K{i}", i % 2 == 0 ? "C1" : "S1"));

        await bench.TakeRowsAsync([.. nineteen, Kiosk("OVER", "C1", "2000.01"), Kiosk("OTHER", "C2"), Kiosk("NEXT", "C1", on: "2026-08-01")]);
        await bench.TakeAsync(bench.Write(
            "postings-2026-08-01-2.csv", PostingHeader, Kiosk("A", "C1", "1000"), Kiosk("B", "S1", "1000.01"), Kiosk("C", "S1", "1000"), Kiosk("D", "C1", "0.01")));

        (await bench.QueryAsync("select posting_id, detail from rejects order by 1")).ShouldBe(
        [
            "B|1000.01 THB through KIOSK on 2026-07-31 after 39000.00 of the account; at most 40000.00 a day expected.",
            "D|0.01 THB through KIOSK on 2026-07-31 after 40000.00 of the account; at most 40000.00 a day expected.",
            "OVER|2000.01 THB through KIOSK; at most 2000.00 a payment expected.",
        ]);
    }

    [Fact]
    public async Task Credit_IsTaken_OnACancelledOrInactiveCard()
    {
        await using var bench = await CreateAsync(postgres);
        await bench.TakeMasterAsync("cards.csv", CardHeader, Card("N1", "A1", "visa", activated: "", cancelled: "2026-07-01"));

        (await bench.TakeRowsAsync(Row("1", card: "N1", kind: "PAYMENT"), Row("2", card: "N1", kind: "REFUND"))).ShouldBeOfType<FileTaken>().Taken.ShouldBe(2);
    }

    [Fact]
    public async Task CancellationByANight_CountsFromTheNextFile()
    {
        await using var bench = await CreateAsync(postgres);
        await bench.ExecuteAsync("update cards set night_cancelled_on = '2026-08-01' where card_id = 'C1'");

        (await bench.TakeRowsAsync(Row("1"))).ShouldBeOfType<FileTaken>().Taken.ShouldBe(1);
        await bench.TakeAsync(bench.Write("postings-2026-08-02.csv", PostingHeader, Row("2")), on: Day.AddDays(1));

        (await bench.QueryAsync("select posting_id, detail from rejects"))
            .ShouldBe(["2|card_id 'C1' was cancelled on 2026-08-01; a card that is not cancelled expected for PURCHASE."]);
    }
}
