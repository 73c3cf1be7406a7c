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
        yield return ("thai", MadeUp.Thai());
        yield return ("english", MadeUp.English());
        yield return ("sixty-thai", MadeUp.Thai(60));
        yield return ("sixty-english", MadeUp.English(60));
        yield return ("overdue-thai", MadeUp.Overdue(Language.Thai));
        yield return ("overdue-english", MadeUp.Overdue(Language.English));
        yield return ("empty-thai", MadeUp.Thai(0));
        yield return ("credit-english", MadeUp.InCredit(Language.English));
        yield return ("long-thai", MadeUp.LongNames(Language.Thai));
        yield return ("long-english", MadeUp.LongNames(Language.English));
        yield return ("huge-thai", MadeUp.Huge(Language.Thai));
    }
}
