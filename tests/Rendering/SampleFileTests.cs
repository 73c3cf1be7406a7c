using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Rendering.Samples;

namespace Cycle.Rendering.Tests;

public sealed class SampleFileTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Rendering", "Theme", "samples");

    public static TheoryData<string> Names => [.. SampleStatement.NamesIn(Folder)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sample_AddsUpAndIsDrawn_InBothLanguages(string name)
    {
        using var renderer = new StatementRenderer(Theme.Shipped());
        foreach (var language in Enum.GetValues<Language>())
        {
            var document = SampleStatement.Read(Folder, name, language);
            var statement = document.Statement;
            (statement.PreviousBalance - statement.Payments - statement.Refunds + statement.Purchases + statement.CashAdvances + statement.Instalments + statement.Fees + statement.Interest)
                .ShouldBe(statement.NewBalance);
            statement.MinimumPayment.ShouldBeInRange(Money.Zero, Money.Max(Money.Zero, statement.NewBalance));
            var pdf = renderer.Render(document);
            pdf.Pages.ShouldBeGreaterThan(0);
            pdf.UnknownGlyphs.ShouldBe(0);
        }
    }

    [Fact]
    public void Samples_CoverEveryFace_OfAStatement() =>
        SampleStatement.NamesIn(Folder).ShouldBe(["credit-balance", "empty", "extremes", "ordinary", "overdue", "sixty-lines"]);

    [Fact]
    public void Read_NamesTheSamplesThereAre_WhenAskedForAnother() =>
        Should.Throw<RenderingException>(() => SampleStatement.Read(Folder, "ordinari")).Message.ShouldContain("credit-balance, empty, extremes, ordinary");

    [Theory]
    [InlineData("\"creditLimit\": \"150000.00\"", "\"creditLimit\": \"150,000\"", "150,000")]
    [InlineData("\"creditLimit\"", "\"creditlimit\"", "creditlimit")]
    public void Read_SaysWhatIsWrong_InABrokenSample(string from, string to, string told)
    {
        var folder = Directory.CreateTempSubdirectory("cycle-samples-").FullName;
        File.WriteAllText(Path.Combine(folder, "broken.json"), File.ReadAllText(Path.Combine(Folder, "ordinary.json")).Replace(from, to, StringComparison.Ordinal));
        var message = Should.Throw<RenderingException>(() => SampleStatement.Read(folder, "broken")).Message;
        Directory.Delete(folder, recursive: true);
        message.ShouldContain("broken.json");
        message.ShouldContain(told);
    }
}
