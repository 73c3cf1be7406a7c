using System.Globalization;
using Cycle.Jobs.Intake;
using Cycle.Jobs.Tests.Intake;
using Cycle.Tests.Shared;
using static Cycle.Jobs.Intake.RejectReasons;
using static Cycle.Jobs.Tests.Intake.IntakeBench;

namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>The formats of files.md, and of docs/opening-balances.md.</summary>
internal static class CsvFormats
{
    private const int RowsOfAFile = 60;
    private static readonly DateOnly OpeningDay = new(2026, 9, 10);

    private static readonly string[] Currencies =
        ("USD EUR JPY GBP KWD SGD LAK AUD CAD CHF CNY DKK HKD IDR INR KHR KRW MMK MOP MYR NOK NZD PHP QAR RUB SAR SEK TRY TWD VND ZAR BHD BRL CLP EGP ILS MXN PLN "
            + "PKR LKR").Split(' ');

    public static CsvFormat Postings(IntakeBench bench) => new(
        "postings", number => $"postings-2026-08-01-{number}.csv", PostingHeader.Split(','), PostingRows, RowsChanged: 1,
        path => bench.TakeAsync(path),
        async (file, rows) =>
        {
            var lines = await LinesAsync(bench, $"select line from postings where file_name = '{file}' union all select line from rejects where file_name = '{file}'");
            lines.Order().ShouldBe(rows.Select(row => row.Line));
            return await CountAsync(bench, $"select count(*) from postings where file_name = '{file}'");
        },
        MalformedRow, UnknownKind, BadAmount, BadCurrency, BadDate, DuplicatePosting, UnknownCard, CardNotActive, CardCancelled, NoFxRate, UnknownOriginal,
        ReversalMismatch, ChannelLimit)
    {
        ControlledColumn = "amount",
    };

    public static CsvFormat Accounts(IntakeBench bench) => Master(
        bench, "accounts", IntakeBench.AccountHeader, dice => Account($"B{dice.Below(80)}"), MalformedRow, BadAmount, BadDate);

    public static CsvFormat Cards(IntakeBench bench) => Master(
        bench, "cards", IntakeBench.CardHeader,
        dice => Card($"K{dice.Below(80)}", dice.Of("A1", "A2"), dice.Of("visa", "mastercard"), cancelled: dice.Of("", "", "2026-07-01")).Replace("SOMCHAI", "SOMYING", StringComparison.Ordinal),
        MalformedRow, BadDate, UnknownAccount);

    public static CsvFormat Fx(IntakeBench bench) => Master(
        bench, "fx", "network,currency,rate",
        dice => $"{dice.Of("visa", "mastercard")},{dice.Of(Currencies)},{1 + dice.Below(90)}.{dice.Below(1_000_000)}",
        MalformedRow, BadAmount, BadCurrency) with
    {
        KeptAsync = (_, _) => CountAsync(bench, "select count(*) from fx_rates where table_date < '2026-07-30'"),
    };

    public static CsvFormat Holidays(IntakeBench bench) => Master(
        bench, "holidays", "date,name", dice => $"{new DateOnly(2026, 1, 1).AddDays(dice.Below(400)):yyyy-MM-dd},Holiday {dice.Below(9)}", MalformedRow, BadDate);

    /// <summary>Needs the accounts of <see cref="OpenAccountsAsync"/>.</summary>
    public static CsvFormat Openings(IntakeBench bench) => new(
        "opening", number => $"opening-2026-09-10-{number}.csv", OpeningRows.Header.Split(','), _ => OpeningLines("opening-2026-09-10.csv"), RowsChanged: 12,
        path => OpeningFile.TakeAsync(bench.Db, path, OpeningDay, bench.Tariff, new(ControlFileRequired: false), default),
        async (file, rows) =>
        {
            // An account is opened with every row from its ACCOUNT row to the next one.
            var opened = await LinesAsync(bench, $"select line from openings where file_name = '{file}'");
            return opened.Sum(head => 1 + rows.SkipWhile(row => row.Line <= head).TakeWhile(row => row.Cells is not ["ACCOUNT", ..]).Count());
        },
        MalformedRow, BadAmount, BadCurrency, BadDate, UnknownAccount, UnknownCard, DuplicatePosting, AccountNotNew, OpeningMismatch, OpeningIncomplete)
    {
        ControlledColumn = "outstanding",
    };

    /// <summary>Takes in the accounts and cards whose opening balances the shipped case states, ten times over.</summary>
    public static async Task OpenAccountsAsync(IntakeBench bench)
    {
        foreach (var (file, header) in new[] { ("accounts.csv", IntakeBench.AccountHeader), ("cards.csv", IntakeBench.CardHeader) })
        {
            (await bench.TakeMasterAsync(file, [header, .. OpeningLines(file).Select(cells => string.Join(',', cells))])).ShouldBeOfType<FileTaken>().Rejected.ShouldBe(0);
        }
    }

    private static CsvFormat Master(IntakeBench bench, string kind, string header, Func<Dice, string> row, params string[] reasons) => new(
        kind, number => $"{kind}-{new DateOnly(1900, 1, 1).AddDays(number):yyyy-MM-dd}.csv", header.Split(','),
        dice => [.. Enumerable.Range(0, RowsOfAFile).Select(_ => row(dice).Split(','))], RowsChanged: 1,
        path => MasterFile.TakeAsync(bench.Db, path, Day, bench.Tariff, default),
        (_, _) => CountAsync(bench, $"select count(*) from {kind} where not exists (select from kept.{kind} k where k = {kind})"),
        reasons);

    private static List<string[]> PostingRows(Dice dice)
    {
        var rows = new List<string>();
        for (var number = 0; number < RowsOfAFile; number++)
        {
            var (id, card, earlier) = ($"P{number}", dice.Of("C1", "C1", "S1", "C2"), $"P{dice.Below(RowsOfAFile)}");
            rows.Add(dice.Below(10) switch
            {
                0 => Row(id, card, "PAYMENT", amount: $"{1 + dice.Below(900)}.00", channel: dice.Of("", "MOBILE", "KIOSK", "LOTUS")),
                1 => Row(id, card, "CASH_ADVANCE", transactionDate: "2026-07-20", amount: "500.00"),
                2 => Row(id, card, "REFUND", amount: "10.00", original: dice.Of("", earlier)),
                3 or 4 => Row(id, card, "REVERSAL", original: earlier),
                5 => Row(id, card, dice.Of("FEE_PIN_REISSUE", "FEE_STATEMENT_COPY"), amount: "", currency: dice.Of("", "THB")),
                6 => Row(id, card, amount: "20.00", currency: dice.Of("USD", "EUR"), billed: dice.Of("", "700.00")),
                7 => Row(id, card, amount: "900.00", months: dice.Of("3", "36")),
                8 => Row(id, card, "TAX_PAYMENT", postingDate: "2026-07-30", transactionDate: "2026-07-29"),
                _ => Row(id, card, time: "12:30:00"),
            });
        }

        return [.. rows.Select(row => row.Split(','))];
    }

    /// <summary>The first account's rows of a file of the shipped case, for ten accounts.</summary>
    private static List<string[]> OpeningLines(string file)
    {
        var lines = File.ReadLines(Path.Combine(Checkout.Fixtures, "opening-balances", file)).Skip(1).Where(line => line.Contains("A000001", StringComparison.Ordinal)).ToList();
        return [.. Enumerable.Range(1, 10).SelectMany(account => lines.Select(line => line
            .Replace("000001", account.ToString("000000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("P2026-", $"P{account}-", StringComparison.Ordinal).Split(',')))];
    }

    private static async Task<List<long>> LinesAsync(IntakeBench bench, string sql) =>
        [.. (await bench.QueryAsync(sql)).Select(line => long.Parse(line, CultureInfo.InvariantCulture))];

    private static async Task<long> CountAsync(IntakeBench bench, string sql) => (await LinesAsync(bench, sql)).Single();
}
