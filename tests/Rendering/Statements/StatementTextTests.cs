using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Rendering.Tests.Poppler;

namespace Cycle.Rendering.Tests.Statements;

public sealed class StatementTextTests : IDisposable
{
    private readonly StatementRenderer renderer = new(Theme.Shipped());

    public void Dispose() => renderer.Dispose();

    [Theory]
    [InlineData(Language.Thai, 0)]
    [InlineData(Language.Thai, 1)]
    [InlineData(Language.Thai, 60)]
    [InlineData(Language.Thai, 2000)]
    [InlineData(Language.English, 0)]
    [InlineData(Language.English, 1)]
    [InlineData(Language.English, 60)]
    [InlineData(Language.English, 2000)]
    public void Statement_ShowsEveryFigure_WithAnyNumberOfLines(Language language, int lines)
    {
        var document = MadeUp.Make(language, lines);
        var pdf = renderer.Render(document);
        var text = PopplerTool.Squeeze(PopplerTool.Text(pdf));
        Figures(document).Concat(Rows(document))
            .Where(figure => !text.Contains(PopplerTool.Squeeze(figure), StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Language.Thai, "หน้า {0} จาก {1}")]
    [InlineData(Language.English, "Page {0} of {1}")]
    public void Statement_NumbersEveryPage_OverManyPages(Language language, string words)
    {
        var pdf = renderer.Render(MadeUp.Make(language, 400));
        var pages = PopplerTool.Text(pdf).TrimEnd('\f').Split('\f');
        pages.Length.ShouldBe(pdf.Pages);
        for (var page = 1; page <= pages.Length; page++)
        {
            pages[page - 1].ShouldContain(string.Format(null, words, page, pages.Length));
        }
    }

    [Fact]
    public void Table_CarriesItsSum_OverEveryPageBreak()
    {
        var pages = PopplerTool.Text(renderer.Render(MadeUp.English(400))).TrimEnd('\f').Split('\f');
        for (var page = 1; page < pages.Length; page++)
        {
            var carried = SumAfter(pages[page - 1], "Carried forward");
            if (carried is not null)
            {
                SumAfter(pages[page], "Brought forward").ShouldBe(carried);
                pages[page].ShouldContain("Amount (THB)");
            }
        }

        pages.Count(page => page.Contains("Carried forward", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-raw")]
    [InlineData("-layout")]
    public void Thai_KeepsEveryMark_InAnyReadingOrder(string mode)
    {
        const string hardest = "ป้าน้ำผึ้ง กุ้งเต้นฟู่ ที่ซึ่งฎีกาญู่ปี่ ตั๋วเที่ยวน้ำตก ๆ ไทฺย";
        var document = MadeUp.Thai(8);
        document = document with { Account = document.Account with { CustomerName = hardest } };
        var text = PopplerTool.Squeeze(PopplerTool.Text(renderer.Render(document), mode));
        string[] printed = [hardest, .. document.Account.AddressLines, "ร้านก๋วยเตี๋ยวเรือป้าน้ำทิพย์", "โรงพยาบาลบำรุงราษฎร์", "ยอดที่ต้องชำระทั้งหมด", "ดอกเบี้ยรวม"];
        printed.Where(words => !text.Contains(PopplerTool.Squeeze(words), StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Year_IsOfOneEra_InEitherLanguage()
    {
        PopplerTool.Text(renderer.Render(MadeUp.Thai())).ShouldNotContain(" 2026");
        PopplerTool.Text(renderer.Render(MadeUp.English())).ShouldNotContain("2569");
    }

    [Theory]
    [InlineData(Language.Thai)]
    [InlineData(Language.English)]
    public void Overdue_IsShown_WithItsCycles(Language language)
    {
        var text = PopplerTool.Text(renderer.Render(MadeUp.Overdue(language)));
        text.ShouldContain("1,876.50");
        text.ShouldContain(language == Language.Thai ? "ค้างชำระ 2 รอบบัญชี" : "Overdue cycles: 2");
    }

    [Fact]
    public void Credit_AsksForNothing_WhenTheBalanceIsNegative()
    {
        var text = PopplerTool.Text(renderer.Render(MadeUp.InCredit(Language.English)));
        text.ShouldContain("-12,334.63");
        text.ShouldContain("nothing to pay");
        text.ShouldNotContain("If you pay only the minimum");
        text.ShouldNotContain("Pay in full");
    }

    [Fact]
    public void CardNumber_IsNeverWhole_WhenOneStraysIn()
    {
        const string planted = "4111111111111111";
        var document = MadeUp.English();
        document = document with { Cards = document.Cards.Select(card => card with { Last4 = planted }).ToList() };
        var text = PopplerTool.Squeeze(PopplerTool.Text(renderer.Render(document)));
        text.ShouldContain("XXXX-XXXX-XXXX-1111");
        text.ShouldNotContain("11111");
    }

    private static IEnumerable<string> Figures(StatementDocument document)
    {
        var statement = document.Statement;
        Money[] amounts =
        [
            statement.PreviousBalance, -statement.Payments, -statement.Refunds, statement.Purchases, statement.CashAdvances, statement.Instalments,
            statement.Fees, statement.Interest, statement.NewBalance, statement.MinimumPayment, document.Account.CreditLimit, document.AvailableCredit,
        ];
        var language = document.Account.Language;
        return amounts.Select(Printed.Amount)
            .Concat(document.Cards.Select(card => Printed.CardNumber(card.Last4)).Take(statement.Lines.Count == 0 ? 1 : 0))
            .Append(Printed.Date(statement.StatementDate, language))
            .Append(Printed.Date(statement.DueDate, language))
            .Append(statement.AccountId).Append("16.00 %").Append("18,240").Append("1,250");
    }

    private static IEnumerable<string> Rows(StatementDocument document)
    {
        var language = document.Account.Language;
        foreach (var line in document.Statement.Lines)
        {
            yield return $"{Printed.Date(line.TransactionDate, language)}{Printed.Date(line.PostingDate, language)}";
            yield return $"{line.Description}{Printed.Original(line.Original)}{Printed.Amount(line.Amount)}";
        }

        foreach (var leg in document.Statement.InterestLegs)
        {
            yield return $"{leg.PostingId}{Printed.Date(leg.From, language)}{Printed.Date(leg.To, language)}{leg.Days}{Printed.Amount(leg.Principal)}{leg.AnnualRate}{Printed.Amount(leg.Amount)}";
        }

        foreach (var card in document.Cards)
        {
            var sum = Money.Sum(document.Statement.Lines.Where(line => line.CardId == card.CardId).Select(line => line.Amount));
            yield return document.Statement.Lines.Any(line => line.CardId == card.CardId) ? Printed.CardNumber(card.Last4) + Printed.Amount(sum) : "";
        }
    }

    private static string? SumAfter(string page, string words)
    {
        var line = page.Split('\n').FirstOrDefault(text => text.Contains(words, StringComparison.Ordinal));
        return line?[(line.LastIndexOf(' ') + 1)..];
    }
}
