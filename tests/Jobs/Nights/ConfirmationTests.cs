using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>What a master changes about an account's messages is confirmed by exactly one message (rules.md section 9).</summary>
[Collection(PostgresCollection.Name)]
public sealed class ConfirmationTests(PostgresFixture postgres)
{
    private const string Confirmations =
        "select business_date, account_id, kind, language, text from messages where kind in ('SUBSCRIBED', 'UNSUBSCRIBED', 'LANGUAGE_CHANGED') order by message_id";

    [Fact]
    public async Task Change_IsConfirmedByOneMessageInTheLanguageChosenNow_WhateverItWas()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(
                Rows.Account("ON", optIn: false), Rows.Account("OFF"), Rows.Account("THAI"), Rows.Account("BOTH", optIn: false, language: "en"),
                Rows.Account("SILENT", optIn: false), Rows.Account("SAME"))
            .WithCards(((string[])["ON", "OFF", "THAI", "BOTH", "SILENT", "SAME"]).Select(id => Rows.Card($"C-{id}", id)))
            .With(
                "accounts-2026-08-04.csv", Rows.AccountHeader, Rows.Account("ON"), Rows.Account("OFF", optIn: false), Rows.Account("THAI", language: "th"),
                Rows.Account("BOTH", language: "th"), Rows.Account("SILENT", optIn: false, language: "th"), Rows.Account("SAME", mobile: "0800000009"));

        await bench.RunAsync("2026-08-03");
        await bench.RunAsync("2026-08-05");

        (await bench.QueryAsync(Confirmations)).ShouldBe(
            [
                "2026-08-04|BOTH|SUBSCRIBED|th|เปิดรับข้อความแจ้งเตือนของบัตร x1148 เรียบร้อยแล้ว",
                "2026-08-04|OFF|UNSUBSCRIBED|en|Card x1148: text alerts are now off.",
                "2026-08-04|ON|SUBSCRIBED|en|Card x1148: text alerts are now on.",
                "2026-08-04|THAI|LANGUAGE_CHANGED|th|ข้อความแจ้งเตือนของบัตร x1148 เปลี่ยนเป็นภาษาไทยแล้ว",
            ]);
    }

    [Fact]
    public async Task FirstArrival_IsNoChange_ThoughSeveralMastersOfThatNightDiffer()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1"))
            .With("accounts-2026-08-03.csv", Rows.AccountHeader, Rows.Account("A1", optIn: false, language: "th"));

        await bench.RunAsync("2026-08-03");

        (await bench.QueryAsync(Confirmations)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Change_IsConfirmedOnceMore_WhenItIsTakenBackOnALaterNight()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1"))
            .With("accounts-2026-08-04.csv", Rows.AccountHeader, Rows.Account("A1", optIn: false))
            .With("accounts-2026-08-05.csv", Rows.AccountHeader, Rows.Account("A1"));

        await bench.RunAsync("2026-08-03");
        await bench.RunAsync("2026-08-06");

        (await bench.QueryAsync($"select business_date, kind from ({Confirmations}) c")).ShouldBe(["2026-08-04|UNSUBSCRIBED", "2026-08-05|SUBSCRIBED"]);
    }

    [Fact]
    public async Task DueNotice_IsStillSentOnItsDayOnly_WhenAnAccountIsThereForItsConfirmation()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1"))
            .WithPostings("2026-08-18", Rows.Purchase("P1", "C1", "2026-08-18", "500.00"))
            .With("accounts-2026-08-25.csv", Rows.AccountHeader, Rows.Account("A1", language: "th"))
            .With("accounts-2026-08-30.csv", Rows.AccountHeader, Rows.Account("A1", language: "en"));

        await bench.RunAsync("2026-08-18");
        await bench.RunAsync("2026-08-31");

        (await bench.QueryAsync("select business_date, kind, language from messages order by message_id")).ShouldBe(
            ["2026-08-25|LANGUAGE_CHANGED|th", "2026-08-30|LANGUAGE_CHANGED|en", "2026-08-30|DUE_NOTICE|en"]);
    }
}
