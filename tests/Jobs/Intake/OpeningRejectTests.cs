using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;
using static Cycle.Jobs.Tests.Intake.OpeningRows;

namespace Cycle.Jobs.Tests.Intake;

/// <summary>Every reason a row alone gives, with the exact text a user sees; its account is not opened.</summary>
[Collection(PostgresCollection.Name)]
public sealed class OpeningRejectTests(PostgresFixture postgres)
{
    private const string Records = "ACCOUNT, ITEM, REDUCTION, PLAN, PART, FEE, INTEREST, BUCKET";

    private const string Fees =
        "FEE_CASH_ADVANCE, FEE_CASH_ADVANCE_VAT, FEE_FX_RISK, FEE_TAX_PAYMENT, FEE_CARD_REPLACEMENT, FEE_STATEMENT_COPY, FEE_SALES_SLIP_DOMESTIC, FEE_SALES_SLIP_FOREIGN, FEE_PIN_REISSUE, FEE_ENTRANCE, FEE_ANNUAL, FEE_COLLECTION";

    private static readonly (string Row, string Reason, string Detail)[] Rows =
    [
        ("ITEM,A1", "MALFORMED_ROW", "2 cells found, 19 expected."),
        (Item() + ",", "MALFORMED_ROW", "20 cells found, 19 expected."),
        (Record("item"), "MALFORMED_ROW", $"record 'item'; {Records} expected."),
        (Record(""), "MALFORMED_ROW", $"record ''; {Records} expected."),
        (Item(account: ""), "MALFORMED_ROW", "account_id has 0 characters; 1 to 64 expected."),
        (Item(account: "4111111111111111"), "MALFORMED_ROW", "account_id 'XXXXXXXXXXXX1111' is a card number; a token expected."),
        (Item(account: "A2", card: "C2"), "MALFORMED_ROW", "account_id 'A2' among the rows of 'A1', which begin on line {0}; that one expected."),
        (Record("INTEREST", statementDate: "2026-07-18", amount: "1", outstanding: "1", grace: "kept"), "MALFORMED_ROW", "grace 'kept' on INTEREST; blank expected."),
        (Record("BUCKET", statementDate: "2026-06-18", dueDate: "2026-07-02", amount: "1", minimum: "1", outstanding: "1"), "MALFORMED_ROW", "outstanding '1' on BUCKET; blank expected."),
        (Item(""), "MALFORMED_ROW", "posting_id has 0 characters; 1 to 40 expected."),
        (Item(new('P', 41)), "MALFORMED_ROW", "posting_id has 41 characters; 1 to 40 expected."),
        (Item("4111111111111111"), "MALFORMED_ROW", "posting_id 'XXXXXXXXXXXX1111' is a card number; a token expected."),
        (Item(card: ""), "MALFORMED_ROW", "card_id has 0 characters; 1 to 64 expected."),
        (Item(kind: "PAYMENT"), "MALFORMED_ROW", "kind 'PAYMENT'; PURCHASE, CASH_ADVANCE, TAX_PAYMENT expected."),
        (Fee("F1", "FEE_OTHER", "1.00", "1.00"), "MALFORMED_ROW", $"kind 'FEE_OTHER'; {Fees} expected."),
        (Item(grace: "open"), "MALFORMED_ROW", "grace 'open'; pending, lost, kept expected."),
        (Record("PART", postingId: "N1", statementDate: "2026-07-18", outstanding: "1.00", part: "1"), "MALFORMED_ROW", "grace ''; pending, lost, kept expected."),
        (Record("PART", postingId: "N1", statementDate: "2026-07-18", outstanding: "1.00", grace: "lost", part: "0"), "MALFORMED_ROW", "part '0'; 1 to 36 expected."),
        (Plan(months: "1"), "MALFORMED_ROW", "months '1'; 2 to 36 expected."),
        (Plan(part: "x"), "MALFORMED_ROW", "part 'x'; 1 to 36 expected."),
        (Head(amount: "+5.00"), "BAD_AMOUNT", "amount '+5.00'; digits with at most two decimals after a point, with a minus when it is a credit balance, expected."),
        (Head(minimum: "-1"), "BAD_AMOUNT", "minimum_payment '-1'; digits with at most two decimals after a point expected."),
        (Item(amount: "0.00"), "BAD_AMOUNT", "amount '0.00'; more than 0.00 expected."),
        (Item(outstanding: ""), "BAD_AMOUNT", "outstanding ''; digits with at most two decimals after a point expected."),
        (Record("INTEREST", statementDate: "2026-07-18", amount: "1.00", outstanding: "0"), "BAD_AMOUNT", "outstanding '0'; more than 0.00 expected."),
        (Item(currency: "USD"), "BAD_AMOUNT", "currency_amount ''; more than 0 USD, with at most its decimals, expected."),
        (Item(currency: "JPY", currencyAmount: "100.0"), "BAD_AMOUNT", "currency_amount '100.0'; more than 0 JPY, with at most its decimals, expected."),
        (Item(currency: "THB", currencyAmount: "5000.00"), "BAD_CURRENCY", "currency 'THB'; blank for baht, else an active ISO 4217 code in capitals expected."),
        (Item(currencyAmount: "5.00"), "BAD_CURRENCY", "currency ''; blank for baht, else an active ISO 4217 code in capitals expected."),
        (Item(statement: ""), "BAD_DATE", "statement_date ''; a date as yyyy-MM-dd expected."),
        (Head(due: "2.8.2026"), "BAD_DATE", "due_date '2.8.2026'; blank or a date as yyyy-MM-dd expected."),
        (Head("A9"), "UNKNOWN_ACCOUNT", "account_id 'A9' is on no account master; a known account expected."),
        (Item("P-TAKEN"), "DUPLICATE_POSTING", "posting_id 'P-TAKEN' was taken from postings-2026-08-01.csv line 2; an id never taken before expected."),
        (Item(card: "C2"), "UNKNOWN_CARD", "card_id 'C2' is no card of account_id 'A1'; one of its cards expected."),
        (Fee("F1", "FEE_ANNUAL", "1.00", "1.00", card: "C9"), "UNKNOWN_CARD", "card_id 'C9' is no card of account_id 'A1'; one of its cards expected."),
    ];

    [Fact]
    public async Task Row_IsRejectedWithItsReason_AndTheRestOfItsAccountWithIt()
    {
        await using var bench = await CreateAsync(postgres);
        await bench.TakeRowsAsync(IntakeBench.Row("P-TAKEN"));
        var (lines, expected) = (new List<string>(), new List<string>());
        foreach (var (row, reason, detail) in Rows)
        {
            if (!row.StartsWith("ACCOUNT", StringComparison.Ordinal))
            {
                lines.Add(Head());
                expected.Add($"OPENING_INCOMPLETE|line {lines.Count + 2} is rejected; an account is opened with all its rows or with none.");
            }

            expected.Add($"{reason}|{detail.Replace("{0}", $"{lines.Count + 1}", StringComparison.Ordinal)}");
            lines.Add(row);
        }

        await bench.OpenAsync([.. lines]);

        (await bench.QueryAsync("select reason, detail from rejects order by line")).ShouldBe(expected);
        (await bench.QueryAsync("select count(*) from openings")).ShouldBe(["0"]);
        (await bench.QueryAsync("select rows, taken, rejected from files where kind = 'opening'")).ShouldBe([$"{lines.Count}|0|{lines.Count}"]);
    }

    [Fact]
    public async Task Rows_AreRejected_WhenNoAccountRowStandsAboveThem()
    {
        await using var bench = await CreateAsync(postgres);

        await bench.OpenAsync(Item(), Item("P2"), Head("A2", amount: "0.00", minimum: "0.00"));

        const string Detail = "OPENING_INCOMPLETE|no ACCOUNT row above it; the rows of an account follow its ACCOUNT row.";
        (await bench.RejectsAsync()).ShouldBe([$"2|A1|{Detail}", $"3|A1|{Detail}"]);
        (await bench.QueryAsync("select account_id from openings")).ShouldBe(["A2"]);
    }

    [Fact]
    public async Task LongDigits_AreMasked_InWhatTheCheckSays()
    {
        await using var bench = await CreateAsync(postgres);

        await bench.OpenAsync(Head(), Item("1234567890123450", outstanding: "5000.01"));

        (await bench.QueryAsync("select detail from rejects where line = 2")).ShouldBe(
            ["item 'XXXXXXXXXXXX3450' has 5000.01 outstanding; at most its amount of 5000.00 expected."]);
    }

    [Fact]
    public async Task CardNumber_IsNowhere_WhenItWasInAnyColumn()
    {
        const string Pan = "4111111111111111";
        await using var bench = await CreateAsync(postgres);
        var columns = Header.Split(',').Length;
        var planted = Enumerable.Range(0, columns).Select(column => string.Join(',', Item().Split(',').Select((cell, at) => at == column ? Pan : cell)));

        await bench.OpenAsync([.. planted.SelectMany(row => new[] { Head(), row }), Head(Pan), Head(amount: Pan), Head(due: Pan), Pan]);

        foreach (var table in new[] { "rejects", "postings", "openings", "account_states", "journal", "files" })
        {
            (await bench.QueryAsync($"select t::text from {table} t")).ShouldAllBe(row => !row.Contains(Pan));
        }

        (await bench.QueryAsync("select merchant from postings")).ShouldBe(["XXXXXXXXXXXX1111"]);
    }

    private static string Plan(string months = "6", string part = "1") => Record(
        "PLAN", postingId: "N1", cardId: "C1", transactionDate: "2026-07-03", postingDate: "2026-07-04", amount: "3000.00", months: months, part: part);
}
