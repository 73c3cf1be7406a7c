using Cycle.Jobs.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Intake;

/// <summary>Every reason with the exact text a user sees.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostingRejectTests(PostgresFixture postgres)
{
    private const string Kinds =
        "PURCHASE, CASH_ADVANCE, TAX_PAYMENT, PAYMENT, REFUND, REVERSAL, FEE_CARD_REPLACEMENT, FEE_STATEMENT_COPY, FEE_SALES_SLIP_DOMESTIC, FEE_SALES_SLIP_FOREIGN, FEE_PIN_REISSUE";

    private const string Channels = "COUNTER, ATM, MOBILE, DIRECT_DEBIT, PROMPTPAY, COUNTER_SERVICE_BKK, COUNTER_SERVICE_UPC, LOTUS, KIOSK";

    private static readonly (string Row, string Reason, string Detail)[] Rows =
    [
        ("X,C1", "MALFORMED_ROW", "2 cells found, 15 expected."),
        (Row("X") + ",", "MALFORMED_ROW", "16 cells found, 15 expected."),
        (Row(""), "MALFORMED_ROW", "posting_id is blank; 1 to 40 characters expected."),
        (Row("  "), "MALFORMED_ROW", "posting_id is blank; 1 to 40 characters expected."),
        (Row(new('P', 41)), "MALFORMED_ROW", "posting_id has 41 characters; 1 to 40 expected."),
        (Row("X", time: "24:00:00"), "MALFORMED_ROW", "transaction_time '24:00:00'; HH:mm:ss or blank expected."),
        (Row("X", time: "9:00:00"), "MALFORMED_ROW", "transaction_time '9:00:00'; HH:mm:ss or blank expected."),
        (Row("X", channel: "ATM"), "MALFORMED_ROW", "channel 'ATM' on kind 'PURCHASE'; blank expected, only PAYMENT has a channel."),
        (Row("X", kind: "PAYMENT", channel: "atm"), "MALFORMED_ROW", $"channel 'atm'; blank or one of {Channels} expected."),
        (Row("X", months: "1"), "MALFORMED_ROW", "instalment_months '1'; blank or 2 to 36 expected."),
        (Row("X", months: "37"), "MALFORMED_ROW", "instalment_months '37'; blank or 2 to 36 expected."),
        (Row("X", kind: "REFUND", months: "3"), "MALFORMED_ROW", "instalment_months '3' on kind 'REFUND'; blank expected, only PURCHASE has instalments."),
        (Row("X", kind: "SALE"), "UNKNOWN_KIND", $"kind 'SALE'; one of {Kinds} expected."),
        (Row("X", kind: "FEE_ANNUAL"), "UNKNOWN_KIND", $"kind 'FEE_ANNUAL'; one of {Kinds} expected."),
        (Row("X", amount: ""), "BAD_AMOUNT", "amount ''; digits with at most two decimals after a point, above zero, expected."),
        (Row("X", amount: "0.00"), "BAD_AMOUNT", "amount '0.00'; digits with at most two decimals after a point, above zero, expected."),
        (Row("X", amount: "-1"), "BAD_AMOUNT", "amount '-1'; digits with at most two decimals after a point, above zero, expected."),
        (Row("X", amount: "1.234"), "BAD_AMOUNT", "amount '1.234'; digits with at most two decimals after a point, above zero, expected."),
        (Row("X", amount: "๑๐๐"), "BAD_AMOUNT", "amount '๑๐๐'; digits with at most two decimals after a point, above zero, expected."),
        (Row("X", amount: "1e3"), "BAD_AMOUNT", "amount '1e3'; digits with at most two decimals after a point, above zero, expected."),
        (Row("X", amount: "4111111111111111"), "BAD_AMOUNT", "amount 'XXXXXXXXXXXX1111'; digits with at most two decimals after a point, above zero, expected."),
        (Row("X", amount: "100.0", currency: "JPY"), "BAD_AMOUNT", "amount '100.0'; no decimals expected, JPY has none."),
        (Row("X", amount: "5", kind: "FEE_PIN_REISSUE"), "BAD_AMOUNT", "amount '5' on FEE_PIN_REISSUE; blank expected, the tariff sets it."),
        (Row("X", billed: "0"), "BAD_AMOUNT", "billing_amount '0'; blank or digits with at most two decimals after a point, above zero, expected."),
        (Row("X", currency: "usd"), "BAD_CURRENCY", "currency 'usd'; an active ISO 4217 code in capitals expected."),
        (Row("X", currency: ""), "BAD_CURRENCY", "currency ''; an active ISO 4217 code in capitals expected."),
        (Row("X", amount: "", kind: "FEE_PIN_REISSUE", currency: "USD"), "BAD_CURRENCY", "currency 'USD' on FEE_PIN_REISSUE; THB or blank expected."),
        (Row("X", transactionDate: "2026-02-29"), "BAD_DATE", "transaction_date '2026-02-29'; a date as yyyy-MM-dd expected."),
        (Row("X", transactionDate: "01/08/2026"), "BAD_DATE", "transaction_date '01/08/2026'; a date as yyyy-MM-dd expected."),
        (Row("X", postingDate: ""), "BAD_DATE", "posting_date ''; a date as yyyy-MM-dd expected."),
        (Row("X", transactionDate: "2026-07-31", postingDate: "2026-07-30"), "BAD_DATE", "transaction_date 2026-07-31; not after posting_date 2026-07-30 expected."),
        (Row("X", postingDate: "2026-08-02"), "BAD_DATE", "posting_date 2026-08-02; not after the file's date 2026-08-01 expected."),
        (Row("X", card: "C9"), "UNKNOWN_CARD", "card_id 'C9' is on no card master; the token of a known card expected."),
        (Row("X", card: "4111111111111111"), "UNKNOWN_CARD", "card_id 'XXXXXXXXXXXX1111' is on no card master; the token of a known card expected."),
        (Row("X", card: "N1"), "CARD_NOT_ACTIVE", "card_id 'N1' is not activated; an activation on or before posting_date 2026-08-01 expected."),
        (Row("X", card: "L1"), "CARD_NOT_ACTIVE", "card_id 'L1' was activated on 2026-08-02; an activation on or before posting_date 2026-08-01 expected."),
        (Row("X", card: "K1"), "CARD_CANCELLED", "card_id 'K1' was cancelled on 2026-08-01; a card that is not cancelled expected for PURCHASE."),
        (Row("X", card: "K1", kind: "FEE_STATEMENT_COPY", amount: ""), "CARD_CANCELLED", "card_id 'K1' was cancelled on 2026-08-01; a card that is not cancelled expected for FEE_STATEMENT_COPY."),
        (Row("X", currency: "USD"), "NO_FX_RATE", "the visa table of 2026-07-25 has no USD; a rate for posting_date 2026-08-01 or a billing_amount expected."),
        (Row("X", currency: "EUR", transactionDate: "2026-07-24", postingDate: "2026-07-24"), "NO_FX_RATE", "no table of rates is dated 2026-07-17 to 2026-07-24; a rate for posting_date 2026-07-24 or a billing_amount expected."),
        (Row("X", currency: "EUR", amount: "999999999999"), "BAD_AMOUNT", "amount 999999999999.00 EUR comes to more than 999999999999.99 THB; a smaller amount expected."),
        (Row("X", kind: "REVERSAL"), "UNKNOWN_ORIGINAL", "original_posting_id is blank; a taken PURCHASE, CASH_ADVANCE or TAX_PAYMENT of the same account expected."),
        (Row("X", kind: "REFUND", original: "nowhere"), "UNKNOWN_ORIGINAL", "original_posting_id 'nowhere' was never taken; a taken PURCHASE, CASH_ADVANCE or TAX_PAYMENT of the same account expected."),
        (Row("X", kind: "REVERSAL", original: "X"), "UNKNOWN_ORIGINAL", "original_posting_id 'X' was never taken; a taken PURCHASE, CASH_ADVANCE or TAX_PAYMENT of the same account expected."),
        (Row("X", kind: "REVERSAL", original: "PAID"), "UNKNOWN_ORIGINAL", "original_posting_id 'PAID' is a PAYMENT; a taken PURCHASE, CASH_ADVANCE or TAX_PAYMENT of the same account expected."),
        (Row("X", kind: "REFUND", card: "C2", original: "BOUGHT"), "UNKNOWN_ORIGINAL", "original_posting_id 'BOUGHT' is of another account; a taken PURCHASE, CASH_ADVANCE or TAX_PAYMENT of the same account expected."),
        (Row("X", kind: "REVERSAL", amount: "99.99", original: "BOUGHT"), "REVERSAL_MISMATCH", "99.99 THB; the original's 100.00 THB expected."),
        (Row("X", kind: "REVERSAL", currency: "USD", original: "BOUGHT"), "REVERSAL_MISMATCH", "100.00 USD; the original's 100.00 THB expected."),
        (Row("X", kind: "REVERSAL", card: "S1", original: "BOUGHT"), "REVERSAL_MISMATCH", "card_id 'S1'; the original's 'C1' expected."),
        (Row("X", kind: "REVERSAL", original: "UNDONE"), "REVERSAL_MISMATCH", "original_posting_id 'UNDONE' is already reversed by 'UNDO'; one reversal expected."),
        (Row("X", kind: "PAYMENT", amount: "30000.01", channel: "COUNTER_SERVICE_BKK"), "CHANNEL_LIMIT", "30000.01 THB through COUNTER_SERVICE_BKK; at most 30000.00 a payment expected."),
        (Row("X", kind: "PAYMENT", amount: "2000.01", channel: "KIOSK"), "CHANNEL_LIMIT", "2000.01 THB through KIOSK; at most 2000.00 a payment expected."),
        (Row("BOUGHT"), "DUPLICATE_POSTING", "posting_id 'BOUGHT' was taken from postings-2026-07-31.csv line 2; an id never taken before expected."),
        (Row("BOUGHT", card: "C9"), "DUPLICATE_POSTING", "posting_id 'BOUGHT' was taken from postings-2026-07-31.csv line 2; an id never taken before expected."),
    ];

    [Fact]
    public async Task Rows_AreRejected_WithReasonAndWhatWasFoundAndExpected()
    {
        await using var bench = await BenchWithHistoryAsync();

        // All in one file: a rejected row holds neither its id nor anything else that another is judged by.
        var outcome = (await bench.TakeRowsAsync([.. Rows.Select(row => row.Row), Row("X")])).ShouldBeOfType<FileTaken>();

        (outcome.Rows, outcome.Taken, outcome.Rejected).ShouldBe((Rows.Length + 1, 1, Rows.Length));
        (await bench.QueryAsync("select reason, detail from rejects order by line")).ShouldBe(Rows.Select(row => $"{row.Reason}|{row.Detail}"));
        (await bench.QueryAsync("select min(line), max(line), min(business_date), min(file_name) from rejects"))
            .ShouldBe([$"2|{Rows.Length + 1}|2026-08-01|postings-2026-08-01.csv"]);
    }

    [Fact]
    public async Task Row_KeepsItsIdInTheReject_EvenWhenItIsTooLongOrCellsAreMissing()
    {
        await using var bench = await CreateAsync(postgres);

        await bench.TakeRowsAsync("SHORT,C1", Row(new('P', 41)), "4111111111111111");

        (await bench.QueryAsync("select posting_id from rejects order by line")).ShouldBe(["SHORT", new('P', 41), "XXXXXXXXXXXX1111"]);
    }

    private async Task<IntakeBench> BenchWithHistoryAsync()
    {
        var bench = await CreateAsync(postgres);
        await bench.TakeMasterAsync(
            "cards.csv", CardHeader, Card("N1", "A1", "visa", activated: ""), Card("L1", "A1", "visa", activated: "2026-08-02"), Card("K1", "A1", "visa", cancelled: "2026-08-01"));
        await bench.TakeMasterAsync("fx-2026-07-25.csv", "network,currency,rate", "visa,EUR,40", "mastercard,USD,36");
        var history = bench.Write(
            "postings-2026-07-31.csv",
            PostingHeader,
            Past("BOUGHT"),
            Row("PAID", kind: "PAYMENT", transactionDate: "2026-07-31", postingDate: "2026-07-31"),
            Past("UNDONE"),
            Row("UNDO", kind: "REVERSAL", original: "UNDONE", transactionDate: "2026-07-31", postingDate: "2026-07-31"));
        (await bench.TakeAsync(history)).ShouldBe(new FileTaken("postings-2026-07-31.csv", FileKind.Postings, 4, 4, 0, 400m));
        return bench;

        static string Past(string id) => Row(id, transactionDate: "2026-07-31", postingDate: "2026-07-31");
    }
}
