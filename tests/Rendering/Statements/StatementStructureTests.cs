using System.Text;
using Cycle.Ledger.Accounts;
using Cycle.Rendering.Tests.Poppler;

namespace Cycle.Rendering.Tests.Statements;

/// <summary>What a reader who cannot see the page is told: language, title, structure, bookmarks.</summary>
public sealed class StatementStructureTests : IDisposable
{
    private readonly StatementRenderer renderer = new(Theme.Shipped());

    public void Dispose() => renderer.Dispose();

    [Fact]
    public void Structure_HasHeadingsAndTables_InReadingOrder()
    {
        var told = PopplerTool.Run("pdfinfo", renderer.Render(MadeUp.English(60)), ["-struct-text", "FILE"]).Split('\n').Select(line => line.Trim()).ToList();
        string[] expected =
        [
            "Document", "H1 (block)", "\"Credit card statement\"", "\"Account summary\"", "\"Your credit line\"", "\"Spending, last six months (THB)\"",
            "\"If you pay only the minimum\"", "\"Payment slip\"", "\"Transactions\"", "\"How the interest was worked out\"",
        ];
        expected.Select(words => told.IndexOf(words)).ShouldBeInOrder(SortDirection.Ascending);
        told.ShouldContain("H1 (block)");
        told.Count(line => line == "Table (block)").ShouldBe(7);
    }

    [Fact]
    public void Table_IsOneTableWithOneHead_OverManyPages()
    {
        var document = MadeUp.English(400);
        var pdf = renderer.Render(document);
        var told = PopplerTool.Run("pdfinfo", pdf, ["-struct-text", "FILE"]).Split('\n').Select(line => line.Trim()).ToList();
        pdf.Pages.ShouldBeGreaterThan(8);
        told.Count(line => line == "\"Amount (THB)\"").ShouldBe(2);
        told.ShouldNotContain("\"Carried forward\"");
        var lines = document.Statement.Lines.Select(line => $"\"{Printed.Original(line.Original)}\"").ToList();
        told.Where(lines.Contains).ShouldBe(told.Where(lines.Contains).ToList());
        told.Count(lines.Contains).ShouldBe(400);
    }

    [Theory]
    [InlineData(Language.Thai, "th-TH")]
    [InlineData(Language.English, "en-GB")]
    public void Catalog_TellsLanguageAndTitle_AndIsSound(Language language, string tag)
    {
        var pdf = renderer.Render(MadeUp.Make(language, 12));
        var text = Encoding.Latin1.GetString(pdf.Bytes.Span);
        text.ShouldContain($"/Lang ({tag})");
        text.ShouldContain("/DisplayDocTitle true");
        text.ShouldContain("/MarkInfo << /Marked true >>");
        text.ShouldContain("/ID [<");
        PopplerTool.Run("qpdf", pdf, ["--check", "FILE"]).ShouldContain("No syntax or stream encoding errors found");
    }

    [Fact]
    public void Bookmarks_LeadToEveryPart_AndEveryCard()
    {
        var pdf = renderer.Render(MadeUp.English(60));
        var outline = PopplerTool.Run("qpdf", pdf, ["--json", "--json-key=outlines", "FILE"]);
        string[] titles = ["Account summary", "Payment slip", "Transactions", "Primary card XXXX-XXXX-XXXX-1234", "Supplementary card XXXX-XXXX-XXXX-9876", "How the interest was worked out"];
        titles.Select(title => outline.IndexOf($"\"title\": \"{title}\"", StringComparison.Ordinal)).ShouldAllBe(at => at > 0);
    }

    [Fact]
    public void Fonts_AreEmbeddedAndSubset_Always()
    {
        var fonts = PopplerTool.Fonts(renderer.Render(MadeUp.Thai(30))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        fonts.Count.ShouldBeGreaterThan(1);
        fonts.ShouldAllBe(font => font.Contains("+Sarabun", StringComparison.Ordinal) && font.Contains("yes yes yes", StringComparison.Ordinal));
    }

    [Fact]
    public void Points_HaveTheirLine_WhenThereAreNone()
    {
        PopplerTool.Text(renderer.Render(MadeUp.English() with { Points = null })).ShouldContain("This account has no points yet");
    }

    [Fact]
    public void Chart_TellsEveryMonth_AndLeavesOutWhatIsNotKnown()
    {
        var document = MadeUp.English();
        var months = document.Spending.Where(cycle => cycle.StatementDate.Month != 6).ToList();
        var text = PopplerTool.Text(renderer.Render(document with { Spending = months }));
        foreach (var month in months)
        {
            text.ShouldContain(Printed.Count((month.Amount.Satang + 50) / 100));
        }

        text.ShouldNotContain(Printed.Count((document.Spending[3].Amount.Satang + 50) / 100));
        PopplerTool.Text(renderer.Render(document with { Spending = [months[^1]] })).ShouldNotContain("Spending, last six months");
    }
}
