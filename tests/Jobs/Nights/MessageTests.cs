using System.Text.Json.Nodes;
using Cycle.Jobs.Intake;
using Cycle.Jobs.Outputs;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>Which messages a night sends, and that their figures are true (rules.md section 9).</summary>
[Collection(PostgresCollection.Name)]
public sealed class MessageTests(PostgresFixture postgres)
{
    [Fact]
    public async Task DueNotice_GoesOnlyToThoseWhoOptedInAndStillOwe_ThreeDaysBefore()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        string[] ids = ["COVERED", "SHORT", "THAI", "OPTEDOUT", "CREDIT", "TAKENBACK"];
        bench.WithAccounts(ids.Select(id => Rows.Account(id, optIn: id != "OPTEDOUT", language: id == "THAI" ? "th" : "en")))
            .WithCards(ids.Select(id => Rows.Card($"C-{id}", id)))
            .WithPostings("2026-08-18", ids.Select(id => id == "CREDIT"
                ? Rows.Payment($"P-{id}", $"C-{id}", "2026-08-18", "5.00") : Rows.Purchase($"P-{id}", $"C-{id}", "2026-08-18", "10000.00")))
            .WithPostings(
                "2026-08-20", Rows.Payment("Q1", "C-COVERED", "2026-08-20", "4000.00"), Rows.Payment("Q2", "C-SHORT", "2026-08-20", "9999.99"),
                Rows.Reversal("Q3", "C-TAKENBACK", "2026-08-20", "10000.00", "P-TAKENBACK"))
            .WithPostings("2026-08-30", Rows.Payment("Q4", "C-COVERED", "2026-08-30", "6000.00"));
        await bench.RunAsync("2026-08-18");
        await bench.ExecuteAsync("delete from messages");

        await bench.RunAsync("2026-09-01");

        (await bench.QueryAsync("select business_date, account_id, text from messages where kind = 'DUE_NOTICE' order by account_id")).ShouldBe(
            [
                "2026-08-30|SHORT|Card x1148: payment due 2 Sep 2026. Balance THB 10,000.00, minimum THB 1,000.00.",
                "2026-08-30|THAI|บัตร x1148 ครบกำหนด 2 ก.ย. 2569 ยอด 10,000.00 ขั้นต่ำ 1,000.00",
            ]);
    }

    [Fact]
    public async Task DueNoticeAndStatement_NameTheCardTheHolderHasNow_WhenItReplacedAnother()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1"))
            .WithCards($"{Rows.Card("C1", "A1", last4: "1111")}2026-08-10", Rows.Card("C2", "A1", approved: "2026-08-09", activated: "2026-08-12", last4: "2222"))
            .WithPostings("2026-08-18", Rows.Purchase("P1", "C2", "2026-08-18", "10000.00"));

        await bench.RunAsync("2026-08-18");
        await bench.RunAsync("2026-08-30");

        (await bench.QueryAsync("select text from messages where kind = 'DUE_NOTICE'")).ShouldBe(
            ["Card x2222: payment due 2 Sep 2026. Balance THB 10,000.00, minimum THB 1,000.00."]);
        (await new StatementPreview(bench.Db).ReadAsync("A1", new(2026, 8, 18), default)).Cards.Select(card => card.CardId).ShouldBe(["C2", "C1"]);
    }

    [Fact]
    public async Task SpendAlert_PrintsTheCreditThatRemainsAtItsRow_WhenAFileHasSeveral()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1", limit: "20000.00"), Rows.Account("A2", optIn: false)).WithCards(Rows.Card("C1", "A1"), Rows.Card("C2", "A2"))
            .WithPostings("2026-08-03", Rows.Purchase("P0", "C1", "2026-08-03", "500.00"))
            .WithPostings(
                "2026-08-04",
                Rows.Purchase("P9", "C1", "2026-08-04", "2000.00", "First"), Rows.Purchase("P1", "C2", "2026-08-04", "7000.00", "Other"),
                Rows.Purchase("P8", "C1", "2026-08-04", "1500.25", "Second"), Rows.Payment("P7", "C1", "2026-08-04", "1000.00"),
                Rows.Reversal("P6", "C1", "2026-08-04", "2000.00", "P9"), Rows.Purchase("P5", "C1", "2026-08-04", "999.99", "Small"),
                Rows.Reversal("P4", "C1", "2026-08-04", "999.99", "P5"), Rows.Purchase("P3", "C1", "2026-08-04", "1000.00", "Just enough"),
                Rows.Cash("P2", "C1", "2026-08-04", "1000.00"), Rows.Purchase("P1b", "C1", "2026-08-04", "1200.00", "Plan", months: "3"),
                Rows.Refund("P1c", "C1", "2026-08-04", "100.00"),
                Rows.Purchase("P1d", "C1", "2026-08-04", "40.00", "Abroad").Replace(",THB,,", ",USD,1400.00,", StringComparison.Ordinal));

        await bench.RunAsync("2026-08-03");
        await bench.RunAsync("2026-08-04");

        (await bench.QueryAsync("select kind, text from messages order by message_id")).ShouldBe(
            [
                "SPEND_ALERT|Card x1148: THB 2,000.00 at First 13:05 - remaining credit THB 17,500.00",
                "SPEND_ALERT|Card x1148: THB 1,500.25 at Second 13:05 - remaining credit THB 15,999.75",
                "REVERSAL_ALERT|Card x1148: reversed THB 2,000.00 at First 14:00 - remaining credit THB 18,999.75",
                "SPEND_ALERT|Card x1148: THB 1,000.00 at Just enough 13:05 - remaining credit THB 17,999.75",
                "SPEND_ALERT|Card x1148: THB 1,200.00 at Plan 13:05 - remaining credit THB 15,769.75",
                "SPEND_ALERT|Card x1148: THB 1,400.00 at Abroad 13:05 - remaining credit THB 14,434.75",
            ]);
        (await bench.QueryAsync("select account_id from exceptions")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReversalAlert_IsSent_WhenThePurchaseWasAlertedOnAnEarlierStatement()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1", limit: "20000.00")).WithCards(Rows.Card("C1", "A1"))
            .WithPostings("2026-08-18", Rows.Purchase("P1", "C1", "2026-08-18", "3000.00"))
            .WithPostings("2026-08-19", Rows.Reversal("P2", "C1", "2026-08-19", "3000.00", "P1"));

        await bench.RunAsync("2026-08-18");
        await bench.RunAsync("2026-08-19");

        (await bench.QueryAsync("select business_date, text from messages order by message_id")).ShouldBe(
            [
                "2026-08-18|Card x1148: THB 3,000.00 at Central Rama 9 13:05 - remaining credit THB 17,000.00",
                "2026-08-19|Card x1148: reversed THB 3,000.00 at Central Rama 9 14:00 - remaining credit THB 20,000.00",
            ]);
    }

    [Fact]
    public async Task ReversalAlert_IsNotSent_WhenTheHolderSubscribedAfterThePurchase()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1", optIn: false), Rows.Account("A2", optIn: false)).WithCards(Rows.Card("C1", "A1"), Rows.Card("C2", "A2"))
            .With("accounts-2026-08-18.csv", Rows.AccountHeader, Rows.Account("A1"), Rows.Account("A2"))
            .WithPostings("2026-08-17", Rows.Purchase("P1", "C1", "2026-08-17", "3000.00"), Rows.Purchase("P2", "C2", "2026-08-17", "3000.00"))
            .WithPostings(
                "2026-08-18", Rows.Reversal("R1", "C1", "2026-08-18", "3000.00", "P1"),
                Rows.Reversal("R2", "C2", "2026-08-18", "3000.00", "P2"), Rows.Purchase("P3", "C2", "2026-08-18", "1000.00"));

        await bench.RunAsync("2026-08-17");
        await bench.RunAsync("2026-08-18");

        (await bench.QueryAsync("select account_id, kind from messages where kind like '%ALERT' order by message_id")).ShouldBe(["A2|SPEND_ALERT"]);
    }

    [Fact]
    public async Task ReversalAlert_IsSent_WhenTheTariffAlertsOnlyLargerPurchasesByThen()
    {
        var tariff = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Checkout.Tariffs, "gsb-2026.json")))!;
        tariff["spendAlertFrom"]!["values"]!.AsArray().Add(new JsonObject { ["from"] = "2026-08-18", ["value"] = "5000.00" });
        var own = Path.Combine(Directory.CreateTempSubdirectory("cycle-tariff-").FullName, "own.json");
        await File.WriteAllTextAsync(own, tariff.ToJsonString());
        await using var bench = await NightBench.CreateAsync(postgres, own);
        bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1"))
            .WithPostings("2026-08-17", Rows.Purchase("P1", "C1", "2026-08-17", "3000.00"))
            .WithPostings(
                "2026-08-18", Rows.Reversal("R1", "C1", "2026-08-18", "3000.00", "P1"), Rows.Purchase("P2", "C1", "2026-08-18", "4999.99"),
                Rows.Reversal("R2", "C1", "2026-08-18", "4999.99", "P2"));

        await bench.RunAsync("2026-08-17");
        await bench.RunAsync("2026-08-18");

        (await bench.QueryAsync("select idempotency_key from messages order by message_id")).ShouldBe(["spend:P1", "reversal:R1"]);
    }

    [Fact]
    public async Task Alert_NamesTheCardThatWasUsed_WhenItIsAnotherAccountsByThen()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1"), Rows.Account("A2")).WithCards(Rows.Card("C1", "A1", last4: "1111"), Rows.Card("C2", "A2", last4: "2222"));
        await bench.RunAsync("2026-08-03");
        bench.WithPostings("2026-08-04", Rows.Purchase("P1", "C1", "2026-08-04", "3000.00"), Rows.Purchase("P2", "C2", "2026-08-04", "4000.00"));
        await PostingFile.TakeAsync(
            bench.Db, Path.Combine(bench.Inbox, "postings-2026-08-04.csv"), new(2026, 8, 4), bench.Tariff, bench.Settings().Intake, default);
        await bench.ExecuteAsync("update cards set account_id = 'A2' where card_id = 'C1'");

        (await bench.RunAsync("2026-08-04")).SetAside.ShouldBe(0);

        (await bench.QueryAsync("select account_id, text from messages order by account_id")).ShouldBe(
            [
                "A1|Card x1111: THB 3,000.00 at Central Rama 9 13:05 - remaining credit THB 97,000.00",
                "A2|Card x2222: THB 4,000.00 at Central Rama 9 13:05 - remaining credit THB 96,000.00",
            ]);
    }

    [Fact]
    public async Task Alert_SaysNoTime_WhenTheRowHasNone()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1"))
            .WithPostings("2026-08-18", Rows.Purchase("P1", "C1", "2026-08-18", "3000.00", time: ""));

        await bench.RunAsync("2026-08-18");

        (await bench.QueryAsync("select text from messages")).ShouldBe(["Card x1148: THB 3,000.00 at Central Rama 9 - remaining credit THB 97,000.00"]);
    }

    [Fact]
    public async Task ReversalAlert_ComesAfterItsPurchaseWithTrueCredit_WhenItStandsBeforeItInTheFile()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1", limit: "20000.00")).WithCards(Rows.Card("C1", "A1"))
            .WithPostings(
                "2026-08-18", Rows.Reversal("R1", "C1", "2026-08-18", "3000.00", "P1"), Rows.Purchase("P2", "C1", "2026-08-18", "1000.00", "Between"),
                Rows.Purchase("P1", "C1", "2026-08-18", "3000.00", "Taken back"), Rows.Purchase("P3", "C1", "2026-08-18", "2000.00", "Last"));

        await bench.RunAsync("2026-08-18");

        (await bench.QueryAsync("select text from messages order by message_id")).ShouldBe(
            [
                "Card x1148: THB 1,000.00 at Between 13:05 - remaining credit THB 19,000.00",
                "Card x1148: THB 3,000.00 at Taken back 13:05 - remaining credit THB 16,000.00",
                "Card x1148: reversed THB 3,000.00 at Taken back 14:00 - remaining credit THB 19,000.00",
                "Card x1148: THB 2,000.00 at Last 13:05 - remaining credit THB 17,000.00",
            ]);
    }

    [Fact]
    public async Task Alert_CarriesNoSignThatActs_WhenTheFileHasOnes()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1", language: "th")).WithCards(Rows.Card("C1", "A1"))
            .WithPostings("2026-08-18", Rows.Purchase("P1", "C1", "2026-08-18", "3000.00", merchant: "\u202Eevil\u2069\u200F\u001B SHOP"));

        await bench.RunAsync("2026-08-18");

        (await bench.QueryAsync("select text from messages")).ShouldBe(["บัตร x1148 ใช้ 3,000.00 ที่ evil SHOP 13:05 เหลือ 97,000.00 บ."]);
    }
}
