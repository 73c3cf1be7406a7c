using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Rendering.Pdf;
using Cycle.Rendering.Tests.Poppler;

namespace Cycle.Rendering.Tests.Pdf;

public sealed class TextLayerTests : IDisposable
{
    private static readonly Theme Theme = Theme.Shipped();

    private readonly StatementRenderer renderer = new(Theme);

    public void Dispose() => renderer.Dispose();

    public static TheoryData<string, Language> Documents => new()
    {
        { "many", Language.Thai }, { "many", Language.English }, { "none", Language.Thai }, { "overdue", Language.Thai },
        { "credit", Language.English }, { "huge", Language.Thai }, { "long", Language.English },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Figures_AreAllTold_ByTheTextOfTheStatement(string name, Language language)
    {
        var document = Of(name, language);
        var text = PdfText.Of(PopplerTool.Text(renderer.Render(document)));
        StatementFigures.Payable(document, Theme).Where(figure => !figure.IsIn(text)).ShouldBeEmpty();
        StatementFigures.All(document, Theme).Where(figure => !figure.IsIn(text)).ShouldBeEmpty();
        StatementFigures.All(document, Theme).Where(figure => !figure.IsAnywhereIn(text)).ShouldBeEmpty();
    }

    [Fact]
    public void Figures_AreMissed_WhenTheStatementIsAnother()
    {
        var document = MadeUp.English(12);
        var text = PdfText.Of(PopplerTool.Text(renderer.Render(document)));
        var statement = document.Statement with
        {
            NewBalance = document.Statement.NewBalance + new Money(1), MinimumPayment = Money.FromBaht(10_400), OverdueAmount = new Money(1), DueDate = new(2026, 9, 3),
        };
        StatementFigures.Payable(document with { Statement = statement }, Theme).Where(figure => !figure.IsIn(text)).Select(figure => figure.Name)
            .ShouldBe(["new balance", "minimum payment", "overdue amount", "due date"]);
    }

    [Theory]
    [InlineData("Minimum 1,040.00 due", "1,040.00", true)]
    [InlineData("Minimum 11,040.00 due", "1,040.00", false)]
    [InlineData("15,463.89\n1,040.00", "1,040.00", true)]
    [InlineData("15,463.89\n1,040.00", "15,463.89", true)]
    [InlineData("Total -5.00", "5.00", false)]
    [InlineData("Total -5.00", "-5.00", true)]
    [InlineData("12 Sep 2026", "2 Sep 2026", false)]
    [InlineData("2 Sep 20261", "2 Sep 2026", false)]
    public void Text_TellsAFigure_OnlyWhole(string layer, string figure, bool told) =>
        new PrintedFigure("", "", figure).IsAnywhereIn(PdfText.Of(layer)).ShouldBe(told);

    [Fact]
    public async Task File_IsNamed_WhenItIsNoPdf()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "not a PDF");
        (await Should.ThrowAsync<RenderingException>(PdfText.ReadAsync(file, default))).Message.ShouldContain(file);
        File.Delete(file);
    }

    private static StatementDocument Of(string name, Language language) => name switch
    {
        "many" => MadeUp.Make(language, 120),
        "none" => MadeUp.Make(language, 0),
        "overdue" => MadeUp.Overdue(language),
        "credit" => MadeUp.InCredit(language),
        "huge" => MadeUp.Huge(language),
        _ => MadeUp.LongNames(language),
    };
}
