using Cycle.Bench.Figures;
using Cycle.Tests.Shared;

namespace Cycle.Bench.Tests.Figures;

/// <summary>Published figures are those of the committed result files; <c>./cycle bench figures</c> writes them.</summary>
public sealed class FigurePageTests
{
    private static readonly string Results = Path.Combine(Checkout.Root, "bench", "results");

    public static TheoryData<string> Pages => [.. FigurePages.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_ShowsTheCommittedResults_Always(string page)
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, page));

        text.ShouldBe(FigurePages.Written(text, Results), $"{page}: `./cycle bench figures` writes its tables anew");
        text.ShouldContain("<!-- figures: ");
    }

    [Fact]
    public void Page_KeepsEverythingButItsTables_WhenWritten()
    {
        var text = "before\n<!-- figures: growth -->\nold\n<!-- end of figures -->\nafter\n";

        FigurePages.Written(text, "/no/such/folder").ShouldBe(
            "before\n<!-- figures: growth -->\n\nNot measured yet.\n\n<!-- end of figures -->\nafter\n");
    }

    [Theory]
    [InlineData("<!-- figures: nights -->\nno end", "<!-- end of figures -->")]
    [InlineData("<!-- figures: weather -->\n<!-- end of figures -->", "'weather' found; one of nights")]
    public void Page_IsRefusedInWords_WhenAMarkerIsWrong(string text, string expected) =>
        Should.Throw<FormatException>(() => FigurePages.Written(text, Results)).Message.ShouldContain(expected);
}
