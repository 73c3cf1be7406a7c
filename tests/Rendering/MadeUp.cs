using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Interest;
using Cycle.Ledger.Tariffs;

namespace Cycle.Rendering.Tests;

/// <summary>Made-up statements for tests and for looking at.</summary>
internal static class MadeUp
{
    internal static readonly DateOnly StatementDate = new(2026, 8, 18);
    internal static readonly DateOnly DueDate = new(2026, 9, 2);

    private static readonly MinimumPaymentTerms Terms = new(new PercentRate(1000), MinimumRounding.BahtDown, Money.FromBaht(1000));

    private static readonly string[] Merchants =
    [
        "TOPS MARKET CENTRAL LADPRAO BANGKOK", "7-ELEVEN 04512", "ร้านก๋วยเตี๋ยวเรือป้าน้ำทิพย์", "GRABTAXI", "SHELL รามอินทรา กม.8",
        "โรงพยาบาลบำรุงราษฎร์", "AMAZON MKTPLACE", "B2S", "กรุ๊ป ฟู้ด แอนด์ เบเวอเรจ จำกัด", "STARBUCKS TH",
    ];

    internal static StatementDocument Thai(int lines = 9) => Make(Language.Thai, lines);

    internal static StatementDocument English(int lines = 9) => Make(Language.English, lines);

    internal static StatementDocument Make(Language language, int lineCount)
    {
        var lines = Enumerable.Range(0, lineCount).Select(Line).ToList();
        var legs = lineCount == 0 ? [] : Legs(Math.Clamp(lineCount / 8, 2, 40));
        return Of(language, lines, legs);
    }

    internal static StatementDocument Of(Language language, IReadOnlyList<StatementLine> lines, IReadOnlyList<InterestLeg> legs)
    {
        var previous = lines.Count == 0 ? Money.Zero : new Money(1_234_550);
        var interest = Money.Sum(legs.Select(leg => leg.Amount));
        var balance = previous + Money.Sum(lines.Select(line => line.Amount)) + interest;
        var statement = new Statement(
            "ACC-0000417", StatementDate, DueDate, previous,
            -SumOf(lines, "PAYMENT"), -SumOf(lines, "REFUND"), SumOf(lines, "PURCHASE"), SumOf(lines, "CASH_ADVANCE"), SumOf(lines, "INSTALMENT"),
            Money.Sum(lines.Where(line => line.Kind.StartsWith("FEE_", StringComparison.Ordinal)).Select(line => line.Amount)),
            interest, balance, Money.Min(Money.Max(balance, Money.Zero), Money.FromBaht(1040)), 0, Money.Zero, lines, legs);
        return new(Holder(language), Cards(), statement, Money.FromBaht(150_000) - balance, new PercentRate(1600), Terms, Spending(balance), new(412, 0, 18_240, 1_250, new DateOnly(2026, 12, 31)));
    }

    internal static StatementDocument Overdue(Language language)
    {
        var document = Make(language, 4);
        return document with { Statement = document.Statement with { OverdueCycles = 2, OverdueAmount = new Money(187_650) } };
    }

    internal static StatementDocument InCredit(Language language)
    {
        StatementLine[] lines = [Line(0) with { Kind = "REFUND", Amount = new Money(-2_468_013), Original = new("THB", 2_468_013), Description = "LAZADA" }];
        return Of(language, lines, []);
    }

    /// <summary>Names and merchants that fit nowhere.</summary>
    internal static StatementDocument LongNames(Language language)
    {
        var document = Make(language, 14);
        var name = language == Language.Thai
            ? "บริษัท นำเข้าและส่งออกเครื่องใช้ไฟฟ้าและอุปกรณ์อิเล็กทรอนิกส์แห่งประเทศไทย (สำนักงานใหญ่) จำกัด มหาชน"
            : "The Very Long Trading and International Logistics Company of Northern Thailand (Head Office) Public Limited";
        return document with
        {
            Account = document.Account with { CustomerName = name, AddressLines = [name, name, name] },
            Cards = document.Cards.Select(card => card with { HolderName = name }).ToList(),
            Statement = document.Statement with { Lines = document.Statement.Lines.Select(line => line with { Description = name }).ToList() },
        };
    }

    /// <summary>The largest amounts a row of a file can bring.</summary>
    internal static StatementDocument Huge(Language language)
    {
        var document = Make(language, 6);
        var most = new Money(999_999_999_999_99);
        var statement = document.Statement with { NewBalance = most, MinimumPayment = new(99_999_999_999_00), Purchases = most, OverdueCycles = 3, OverdueAmount = most };
        return document with
        {
            AvailableCredit = -most,
            Statement = statement with
            {
                Lines = statement.Lines.Select(line => line with { Amount = most, Original = new("USD", most.Satang) }).ToList(),
                InterestLegs = statement.InterestLegs.Select(leg => leg with { Principal = most, Amount = most }).ToList(),
            },
        };
    }

    /// <summary>Six months, the last of them this statement's.</summary>
    internal static IReadOnlyList<CycleSpending> Spending(Money last) =>
        [.. Enumerable.Range(-5, 5).Select(month => new CycleSpending(StatementDate.AddMonths(month), new(950_000 + (month * month * 71_250L)))),
            new(StatementDate, Money.Max(last, Money.Zero))];

    internal static Account Holder(Language language) => language == Language.Thai
        ? new("ACC-0000417", "C-9", "นางสาวน้ำผึ้ง ศรีสุวรรณ์", "MC_PLATINUM", false, Money.FromBaht(150_000), 18, language, "0812345678", true,
            ["88/14 หมู่บ้านชื่นสุข ซอยลาดพร้าว 71", "แขวงสะพานสอง เขตวังทองหลาง", "กรุงเทพมหานคร"], "10310")
        : new("ACC-0000417", "C-9", "Ms. Namphueng Srisuwan", "MC_PLATINUM", false, Money.FromBaht(150_000), 18, language, "0812345678", true,
            ["88/14 Chuen Suk Village, Soi Lat Phrao 71", "Saphan Song, Wang Thonglang", "Bangkok"], "10310");

    internal static IReadOnlyList<Card> Cards() =>
    [
        new("card-a", "ACC-0000417", CardRole.Primary, "mastercard", "1234", "NAMPHUENG SRISUWAN", new(2020, 1, 1), new(2020, 1, 9), null),
        new("card-b", "ACC-0000417", CardRole.Supplementary, "mastercard", "9876", "CHAIYA SRISUWAN", new(2021, 1, 1), new(2021, 1, 9), null),
    ];

    internal static StatementLine Line(int number)
    {
        var date = StatementDate.AddDays(-30 + (number % 30));
        var card = number % 3 == 2 ? "card-b" : "card-a";
        var amount = new Money(12_575 + (number * 7_919L % 300_000));
        var line = new StatementLine($"TXN-{number:D6}", card, "PURCHASE", date, date.AddDays(1), Merchants[number % Merchants.Length], CurrencyAmount.OfBaht(amount), amount);
        return (number % 12) switch
        {
            1 => line with { Kind = "PAYMENT", Description = "", Amount = -amount },
            3 => line with { Kind = "CASH_ADVANCE", Description = "ATM สาขาสยาม" },
            4 => line with { Kind = "FEE_CASH_ADVANCE", Description = "" },
            6 => line with { Original = new CurrencyAmount("USD", 3_412) },
            7 => line with { Kind = "FEE_FX_RISK", Description = "" },
            8 => line with { Kind = "FEE_COLLECTION", CardId = "", Description = "", Amount = Money.FromBaht(100), Original = CurrencyAmount.OfBaht(Money.FromBaht(100)) },
            9 => line with { Kind = "REFUND", Amount = -amount },
            10 => line with { Kind = "INSTALMENT", Description = "POWER BUY 3/10" },
            _ => line,
        };
    }

    private static Money SumOf(IEnumerable<StatementLine> lines, string kind) =>
        Money.Sum(lines.Where(line => line.Kind == kind).Select(line => line.Amount));

    private static List<InterestLeg> Legs(int count) => Enumerable.Range(0, count)
        .Select(number => new InterestLeg(
            $"TXN-2026-{number:D6}", (ItemKind)(number % 4), StatementDate.AddDays(-20), StatementDate.AddDays(-number % 9),
            new Money(1_000_000 + (number * 123_457L)), new PercentRate(1600), new Money(10_082 + (number * 331))))
        .ToList();
}
