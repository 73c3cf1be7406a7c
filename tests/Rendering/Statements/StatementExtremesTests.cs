using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Rendering.Tests.Poppler;

namespace Cycle.Rendering.Tests.Statements;

public sealed class StatementExtremesTests : IDisposable
{
    private const double Margin = 42;
    private const double PageWidth = 595.276;

    private readonly StatementRenderer renderer = new(Theme.Shipped());

    public void Dispose() => renderer.Dispose();

    public static TheoryData<Language, long> Amounts => new()
    {
        { Language.Thai, 999_999_999_999_99 },
        { Language.English, 999_999_999_999_99 },
        { Language.Thai, -999_999_999_999_99 },
        { Language.English, long.MaxValue },
        { Language.English, long.MinValue + 1 },
        { Language.Thai, 1 },
    };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Amount_IsWholeAndClear_HoweverLarge(Language language, long satang)
    {
        var document = Everywhere(MadeUp.Make(language, 12), new(satang));
        var pdf = renderer.Render(document);
        PopplerTool.Squeeze(PopplerTool.Text(pdf)).ShouldContain(Printed.Amount(new(satang)));
        ShouldBeTidy(pdf);
    }

    [Theory]
    [InlineData(Language.Thai, "นายยาวเหยียดไม่มีช่องว่างเลยสักนิดเดียวตั้งแต่ต้นจนจบเพราะชื่อนี้ยาวมากจริงๆและยังไม่จบอีกนะครับน้ำใจที่ดี")]
    [InlineData(Language.English, "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")]
    [InlineData(Language.English, "a quite ordinary name but with so many words in it that no line of any statement could ever hold all of them")]
    public void Name_WrapsOrEndsInAnEllipsis_HoweverLong(Language language, string name)
    {
        var document = MadeUp.Make(language, 30);
        document = document with
        {
            Account = document.Account with { CustomerName = name, AddressLines = [name, name, name] },
            Cards = document.Cards.Select(card => card with { HolderName = name }).ToList(),
            Statement = document.Statement with { Lines = document.Statement.Lines.Select(line => line with { Description = name }).ToList() },
        };
        ShouldBeTidy(renderer.Render(document));
    }

    [Theory]
    [InlineData("A\nB\tC")]
    [InlineData("A\0B")]
    [InlineData("\uD83D alone")]
    [InlineData("\u202Eevil\u202C")]
    [InlineData("<b>&amp;</b>")]
    [InlineData("")]
    public void Text_IsDrawn_WhateverItHolds(string text)
    {
        var document = MadeUp.English(3);
        document = document with
        {
            Account = document.Account with { CustomerName = text, AddressLines = [] },
            Statement = document.Statement with { Lines = document.Statement.Lines.Select(line => line with { Description = text }).ToList() },
        };
        ShouldBeTidy(renderer.Render(document));
    }

    [Fact]
    public void UnknownGlyphs_AreCountedAndBoxed_InNoOtherFont()
    {
        var document = MadeUp.English(1);
        document = document with { Account = document.Account with { CustomerName = "王 😀" } };
        var pdf = renderer.Render(document);

        // The name stands on the letter and on the slip.
        pdf.UnknownGlyphs.ShouldBe(4);
        PopplerTool.Fonts(pdf).Split('\n').Skip(2).Where(line => line.Length > 0).ShouldAllBe(line => line.Contains("Sarabun", StringComparison.Ordinal));
        renderer.Render(MadeUp.English(1)).UnknownGlyphs.ShouldBe(0);
    }

    [Fact]
    public void Statement_IsDrawn_WithoutCardsOrAddress()
    {
        var document = MadeUp.Thai(5);
        document = document with { Cards = [], Account = document.Account with { AddressLines = [], Postcode = "" }, Points = null };
        ShouldBeTidy(renderer.Render(document));
    }

    /// <summary>Nothing outside the margins, nothing over anything else.</summary>
    private static void ShouldBeTidy(RenderedPdf pdf)
    {
        var words = PrintedWord.Of(pdf);
        words.ShouldNotBeEmpty();
        words.ShouldAllBe(word => word.Left > Margin - 2 && word.Right < PageWidth - Margin + 2);
        foreach (var page in words.GroupBy(word => word.Page))
        {
            var inOrder = page.OrderBy(word => word.Top).ToList();
            for (var at = 0; at < inOrder.Count; at++)
            {
                var overlapping = inOrder.Skip(at + 1).TakeWhile(word => word.Top < inOrder[at].Bottom).FirstOrDefault(inOrder[at].Overlaps);
                overlapping.ShouldBeNull($"'{inOrder[at].Text}' at {inOrder[at].Left:F1},{inOrder[at].Top:F1} of page {page.Key}");
            }
        }
    }

    private static StatementDocument Everywhere(StatementDocument document, Money amount)
    {
        var magnitude = new Money(Math.Abs(amount.Satang));
        var statement = document.Statement;
        return document with
        {
            Account = document.Account with { CreditLimit = magnitude },
            AvailableCredit = -magnitude,
            Statement = statement with
            {
                PreviousBalance = amount,
                Payments = magnitude,
                Refunds = magnitude,
                Purchases = magnitude,
                Fees = amount,
                NewBalance = amount,
                MinimumPayment = Money.Max(amount, Money.Zero),
                OverdueCycles = 12,
                OverdueAmount = Money.Max(amount, Money.Zero),
                Lines = [statement.Lines[0] with { Amount = amount, Original = new("JPY", magnitude.Satang) }],
                InterestLegs = statement.InterestLegs.Take(1).Select(leg => leg with { Principal = magnitude, Amount = magnitude }).ToList(),
            },
        };
    }
}
