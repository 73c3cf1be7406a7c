using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Intake;

[Collection(PostgresCollection.Name)]
public sealed class MasterFileTests(PostgresFixture postgres)
{
    private const string Products = "MC_WORLD, VISA_PLATINUM_PRECIOUS, MC_WORLD_ELITE, MC_PLATINUM, VISA_SIGNATURE_PRESTIGE";

    [Fact]
    public async Task Account_IsNewFromTheBusinessDate_AndChangesAddTerms()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        await TakeAsync(bench, "accounts.csv", 1, AccountHeader, Account("A1"), Account("A2"));
        await TakeAsync(bench, "accounts-2026-08-02.csv", 2, AccountHeader, Account("A1").Replace(",18,", ",20,"), Account("A2", name: "Somying"), Account("A3"));
        await TakeAsync(bench, "accounts-2026-08-03.csv", 3, AccountHeader, Account("A1").Replace(",18,", ",20,").Replace("false", "true"));

        (await bench.QueryAsync("select account_id, customer_name, statement_day, secured, credit_limit, first_date, last_movement_date from accounts order by 1")).ShouldBe(
            ["A1|Somchai|20|true|10000000|2026-08-01|", "A2|Somying|18|false|10000000|2026-08-01|", "A3|Somchai|18|false|10000000|2026-08-02|"]);
        (await bench.QueryAsync("select * from account_terms order by 1, 2")).ShouldBe(
        [
            "A1|2026-08-01|18|false", "A1|2026-08-02|20|false", "A1|2026-08-03|20|true", "A2|2026-08-01|18|false", "A3|2026-08-02|18|false",
        ]);
    }

    [Fact]
    public async Task AccountTerms_AreUpdated_WhenTheyChangeTwiceOnOneDate()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        await TakeAsync(bench, "accounts.csv", 1, AccountHeader, Account("A1"));
        await TakeAsync(bench, "accounts-2026-07-31.csv", 1, AccountHeader, Account("A1").Replace(",18,", ",5,"));

        (await bench.QueryAsync("select * from account_terms")).ShouldBe(["A1|2026-08-01|5|false"]);
    }

    [Fact]
    public async Task Account_StaysAsItIs_WhenAMasterOfAnEarlierDateArrivesLate()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        await TakeAsync(bench, "accounts.csv", 1, AccountHeader, Account("A1"), Account("A2"));
        await TakeAsync(bench, "accounts-2026-08-05.csv", 5, AccountHeader, Changed("A1"), Account("A2"));
        const string Everything =
            "select (select json_agg(a order by account_id) from accounts a where account_id <> 'A3'), (select json_agg(t) from account_terms t where account_id <> 'A3')";
        var before = await bench.QueryAsync(Everything);

        var late = await TakeAsync(bench, "accounts-2026-08-04.csv", 6, AccountHeader, Account("A1"), Changed("A2"), Account("A3"));

        late.ShouldBe(new FileTaken("accounts-2026-08-04.csv", FileKind.Accounts, 3, 3, 0, null, Older: 2));
        (await bench.QueryAsync(Everything)).ShouldBe(before);
        (await bench.QueryAsync("select account_id, business_date from message_choices")).ShouldBe(["A1|2026-08-05"]);
        (await bench.QueryAsync("select first_date, told_on from accounts where account_id = 'A3'")).ShouldBe(["2026-08-06|2026-08-04"]);
        (await bench.QueryAsync("select older from files order by file_name")).ShouldBe(["2", "0", "0"]);
    }

    [Fact]
    public async Task Account_IsChanged_WhenAMasterOfALaterDateTellsIt()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        await TakeAsync(bench, "accounts.csv", 1, AccountHeader, Account("A1"));
        await TakeAsync(bench, "accounts-2026-08-05.csv", 5, AccountHeader, Changed("A1"));
        await TakeAsync(bench, "accounts-2026-08-04.csv", 6, AccountHeader, Account("A1", name: "Old"));
        await TakeAsync(bench, "accounts-2026-08-06.csv", 6, AccountHeader, Account("A1"));

        (await bench.QueryAsync("select customer_name, credit_limit, statement_day, sms_opt_in, told_on from accounts"))
            .ShouldBe(["Somchai|10000000|18|true|2026-08-06"]);
        (await bench.QueryAsync("select from_date, statement_day from account_terms order by 1")).ShouldBe(["2026-08-01|18", "2026-08-05|5", "2026-08-06|18"]);
        (await bench.QueryAsync("select business_date, was_opted_in from message_choices order by 1")).ShouldBe(["2026-08-05|true", "2026-08-06|false"]);
    }

    [Fact]
    public async Task Account_IsToldByAnUndatedMaster_AsOnTheNightThatTakesIt()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        await TakeAsync(bench, "accounts-2026-08-01.csv", 1, AccountHeader, Account("A1"));
        await TakeAsync(bench, "accounts.csv", 5, AccountHeader, Changed("A1"));
        await TakeAsync(bench, "accounts-2026-08-04.csv", 5, AccountHeader, Account("A1"));

        (await bench.QueryAsync("select statement_day, told_on from accounts")).ShouldBe(["5|2026-08-05"]);
    }

    [Fact]
    public async Task Account_MayBeToldByAnyMaster_WhenItIsNotKnownWhichOneToldItLast()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        await TakeAsync(bench, "accounts.csv", 1, AccountHeader, Account("A1"));
        await bench.ExecuteAsync("update accounts set told_on = null");
        await TakeAsync(bench, "accounts-2026-07-30.csv", 2, AccountHeader, Changed("A1"));

        (await bench.QueryAsync("select statement_day, told_on from accounts")).ShouldBe(["5|2026-07-30"]);
    }

    [Fact]
    public async Task Card_KeepsNightCancellationAndTheDayItsActivationWasFirstTold()
    {
        await using var bench = await CreateAsync(postgres);
        await TakeAsync(bench, "cards.csv", 1, CardHeader, Card("N1", "A1", "visa", activated: ""));
        await bench.ExecuteAsync("update cards set night_cancelled_on = '2026-08-01' where card_id = 'N1'");
        await TakeAsync(bench, "cards-2026-08-02.csv", 2, CardHeader, Card("N1", "A1", "visa", activated: "2026-07-30"));
        await TakeAsync(bench, "cards-2026-08-03.csv", 3, CardHeader, Card("N1", "A2", "mastercard", activated: "2026-07-31", cancelled: "2026-08-03"));

        (await bench.QueryAsync("select account_id, network, activated_date, activation_known_on, cancelled_date, night_cancelled_on from cards where card_id = 'N1'"))
            .ShouldBe(["A2|mastercard|2026-07-31|2026-08-02|2026-08-03|2026-08-01"]);
        (await bench.QueryAsync("select activation_known_on from cards where card_id = 'C1'")).ShouldBe(["2026-08-01"]);
    }

    [Fact]
    public async Task AccountRows_AreRejected_WithReasonAndDetail()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        var good = Account("A1");
        (string Row, string Reject)[] rows =
        [
            ("A9,K", "A9|MALFORMED_ROW|2 cells found, 16 expected."),
            (Account(""), "|MALFORMED_ROW|account_id has 0 characters; 1 to 64 expected."),
            (Account("4111111111111111"), "XXXXXXXXXXXX1111|MALFORMED_ROW|account_id 'XXXXXXXXXXXX1111' is a card number; a token expected."),
            (good.Replace("MC_WORLD", "GOLD"), $"A1|MALFORMED_ROW|product 'GOLD'; {Products} expected."),
            (good.Replace("false", "no"), "A1|MALFORMED_ROW|secured 'no'; true, false expected."),
            (good.Replace("100000.00", "1,000"), "A1|MALFORMED_ROW|17 cells found, 16 expected."),
            (good.Replace("100000.00", "-1"), "A1|BAD_AMOUNT|credit_limit '-1'; digits with at most two decimals after a point expected."),
            (good.Replace(",18,", ",0,"), "A1|MALFORMED_ROW|statement_day '0'; 1 to 31 expected."),
            (good.Replace(",18,", ",32,"), "A1|MALFORMED_ROW|statement_day '32'; 1 to 31 expected."),
            (good.Replace("2020-01-01,", ","), "A1|BAD_DATE|opened_date ''; a date as yyyy-MM-dd expected."),
            (good.Replace("2020-01-01,", "2020-01-01,2020-13-01"), "A1|BAD_DATE|last_movement_date '2020-13-01'; blank or a date as yyyy-MM-dd expected."),
            (good.Replace(",th,", ",TH,"), "A1|MALFORMED_ROW|language 'TH'; th, en expected."),
            (good.Replace(",true,", ",,"), "A1|MALFORMED_ROW|sms_opt_in ''; true, false expected."),
            (good.Replace("2020-01-01,", "x,").Replace(",true,", ",TRUE,"), "A1|MALFORMED_ROW|sms_opt_in 'TRUE'; true, false expected."),
        ];

        var outcome = await bench.TakeMasterAsync("accounts.csv", [AccountHeader, .. rows.Select(row => row.Row), good, good]);

        outcome.ShouldBe(new FileTaken("accounts.csv", FileKind.Accounts, rows.Length + 2, 1, rows.Length + 1, null));
        (await bench.QueryAsync("select posting_id, reason, detail from rejects order by line"))
            .ShouldBe([.. rows.Select(row => row.Reject), $"A1|MALFORMED_ROW|account_id 'A1' stands on line {rows.Length + 2} already; one row for each expected."]);
    }

    [Fact]
    public async Task CardRows_AreRejected_WithReasonAndDetail()
    {
        await using var bench = await CreateAsync(postgres);
        (string Row, string Reject)[] rows =
        [
            (Card("D1", "A9", "visa"), "D1|UNKNOWN_ACCOUNT|account_id 'A9' is on no account master; a known account expected."),
            (Card("D1", "A1", "amex"), "D1|MALFORMED_ROW|network 'amex'; visa, mastercard expected."),
            (Card("D1", "A1", "visa").Replace("primary", "third"), "D1|MALFORMED_ROW|role 'third'; primary, supplementary expected."),
            (Card("D1", "A1", "visa").Replace("1234", "123"), "D1|MALFORMED_ROW|last4 '123'; the last four digits of the card number expected."),
            (Card("D1", "A1", "visa").Replace("1234", "๑๒๓๔"), "D1|MALFORMED_ROW|last4 '๑๒๓๔'; the last four digits of the card number expected."),
            (Card("D1", "A1", "visa").Replace("2026-01-01", ""), "D1|BAD_DATE|approved_date ''; a date as yyyy-MM-dd expected."),
            (Card("D1", "A1", "visa", activated: "soon"), "D1|BAD_DATE|activated_date 'soon'; blank or a date as yyyy-MM-dd expected."),
            (Card("D1", "A1", "visa", cancelled: "2569-08-01x"), "D1|BAD_DATE|cancelled_date '2569-08-01x'; blank or a date as yyyy-MM-dd expected."),
        ];

        await bench.TakeMasterAsync("cards.csv", [CardHeader, .. rows.Select(row => row.Row), Card("D1", "A1", "visa")]);

        (await bench.QueryAsync("select posting_id, reason, detail from rejects order by line")).ShouldBe(rows.Select(row => row.Reject));
        (await bench.QueryAsync("select count(*) from cards where card_id = 'D1'")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task FxRows_AreRejected_AndTheTableIsTheWholeFileOfItsDate()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);

        var outcome = await bench.TakeMasterAsync(
            "fx-2026-07-01.csv", "rate,currency,network", "36.12345678,USD,visa", "0.23,JPY,mastercard", "0,EUR,visa", "1.123456789,EUR,visa", "-1,EUR,visa",
            "1000000,EUR,visa", "1,EUU,visa", "1,EUR,Visa", "1,USD,visa", "1,USD");

        outcome.ShouldBe(new FileTaken("fx-2026-07-01.csv", FileKind.Fx, 10, 2, 8, null));
        (await bench.QueryAsync("select * from fx_rates order by 2")).ShouldBe(["2026-07-01|mastercard|JPY|0.23000000", "2026-07-01|visa|USD|36.12345678"]);
        (await bench.QueryAsync("select line, posting_id, reason, detail from rejects order by line")).ShouldBe(
        [
            "4|visa EUR|BAD_AMOUNT|rate '0'; THB for one unit expected, above zero, at most 999999.99999999 and 8 decimals.",
            "5|visa EUR|BAD_AMOUNT|rate '1.123456789'; THB for one unit expected, above zero, at most 999999.99999999 and 8 decimals.",
            "6|visa EUR|BAD_AMOUNT|rate '-1'; THB for one unit expected, above zero, at most 999999.99999999 and 8 decimals.",
            "7|visa EUR|BAD_AMOUNT|rate '1000000'; THB for one unit expected, above zero, at most 999999.99999999 and 8 decimals.",
            "8|visa EUU|BAD_CURRENCY|currency 'EUU'; an active ISO 4217 code in capitals expected.",
            "9|Visa EUR|MALFORMED_ROW|network 'Visa'; visa, mastercard expected.",
            "10|visa USD|MALFORMED_ROW|network and currency 'visa USD' stands on line 2 already; one row for each expected.",
            "11||MALFORMED_ROW|2 cells found, 3 expected.",
        ]);
    }

    [Fact]
    public async Task Holidays_AreTakenAndRenamed()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        await TakeAsync(bench, "holidays.csv", 1, "date,name", "2026-12-31,New Year's Eve", "2026-12-32,x");
        await TakeAsync(bench, "holidays-2026-08-02.csv", 2, "name,date", "สิ้นปี,2026-12-31", "Makha Bucha,2027-02-21");

        (await bench.QueryAsync("select * from holidays order by 1")).ShouldBe(["2026-12-31|สิ้นปี", "2027-02-21|Makha Bucha"]);
        (await bench.RejectsAsync()).ShouldBe(["3|2026-12-32|BAD_DATE|date '2026-12-32'; a date as yyyy-MM-dd expected."]);
    }

    [Fact]
    public async Task Master_IsRefusedWhole_AndRepeatedIsNoOp_LikeAnyFile()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);
        await bench.TakeMasterAsync("accounts.csv", AccountHeader, Account("A1"));

        (await bench.TakeMasterAsync("accounts.csv", AccountHeader, Account("A1"))).ShouldBeOfType<FileAlreadyTaken>();
        (await bench.TakeMasterAsync("accounts.csv", AccountHeader, Account("A2"))).ShouldBeOfType<FileRefused>();
        (await bench.TakeMasterAsync("cards.csv", CardHeader + ",pan", Card("C1", "A1", "visa"))).ShouldBe(new FileRefused(
            "cards.csv", $"cards.csv: the header has an unknown column 'pan'; 9 columns expected: {CardHeader.Replace(",", ", ")}."));
        (await bench.TakeMasterAsync("fx.csv", "network,currency,rate")).ShouldBeOfType<FileRefused>().Reason.ShouldBe(
            "fx.csv: the name tells no file of this kind; holidays.csv or holidays-yyyy-MM-dd.csv, accounts.csv or accounts-yyyy-MM-dd.csv, cards.csv or cards-yyyy-MM-dd.csv, fx-yyyy-MM-dd.csv expected.");
    }

    [Fact]
    public async Task Masters_AreTaken_OverManyChunks()
    {
        await using var bench = await CreateAsync(postgres, withCards: false);

        (await bench.TakeMasterAsync("accounts.csv", [AccountHeader, .. Enumerable.Range(0, 25_000).Select(i => Account($"A{i}")), Account("A7")]))
            .ShouldBe(new FileTaken("accounts.csv", FileKind.Accounts, 25_001, 25_000, 1, null));
        (await bench.TakeMasterAsync("cards.csv", [CardHeader, .. Enumerable.Range(0, 25_000).Select(i => Card($"C{i}", $"A{i}", "visa"))]))
            .ShouldBe(new FileTaken("cards.csv", FileKind.Cards, 25_000, 25_000, 0, null));
    }

    /// <summary>The account with another limit, statement day and choice of messages.</summary>
    private static string Changed(string id) =>
        Account(id).Replace("100000.00,18,", "50000.00,5,", StringComparison.Ordinal).Replace(",true,", ",false,", StringComparison.Ordinal);

    private static Task<IntakeOutcome> TakeAsync(IntakeBench bench, string name, int day, params string[] lines) =>
        MasterFile.TakeAsync(bench.Db, bench.Write(name, lines), new(2026, 8, day), bench.Tariff, default);
}
