using Cycle.Ledger.Accounts;

namespace Cycle.Rendering.Tests;

/// <summary>Writes statements to look at, under <c>samples/</c> beside the tests' own build.</summary>
public sealed class SampleStatements
{
    [Fact]
    public void Samples_AreWritten_ForEveryFace()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "samples")).FullName;
        using var renderer = new StatementRenderer(Theme.Shipped());
        foreach (var (name, document) in All())
        {
            var pdf = renderer.Render(document);
            File.WriteAllBytes(Path.Combine(folder, $"{name}.pdf"), pdf.Bytes.ToArray());
            pdf.UnknownGlyphs.ShouldBe(0, name);
        }
    }

    private static IEnumerable<(string Name, StatementDocument Document)> All()
    {
        yield return ("thai", Samples.Thai());
        yield return ("english", Samples.English());
        yield return ("sixty-thai", Samples.Thai(60));
        yield return ("sixty-english", Samples.English(60));
        yield return ("overdue-thai", Samples.Overdue(Language.Thai));
        yield return ("overdue-english", Samples.Overdue(Language.English));
        yield return ("empty-thai", Samples.Thai(0));
        yield return ("credit-english", Samples.InCredit(Language.English));
        yield return ("long-thai", Samples.LongNames(Language.Thai));
        yield return ("long-english", Samples.LongNames(Language.English));
        yield return ("huge-thai", Samples.Huge(Language.Thai));
    }
}
