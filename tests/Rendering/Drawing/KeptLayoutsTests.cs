using Cycle.Rendering.Drawing;
using Cycle.Rendering.Fonts;
using Cycle.Rendering.Native;

namespace Cycle.Rendering.Tests.Drawing;

/// <summary>Shaped texts that stay from statement to statement, within a bound.</summary>
public sealed class KeptLayoutsTests : IDisposable
{
    private const int Most = 3;

    private readonly SarabunFonts _fonts = SarabunFonts.Open();
    private readonly KeptLayouts _layouts;
    private readonly List<string> _shaped = [];
    private int _made;

    public KeptLayoutsTests() => _layouts = new(Most, Make, (_, key) => _shaped.Add(key.Text));

    [Fact]
    public void Text_IsShapedOnce_HoweverOftenItIsAskedForBetweenOthers()
    {
        foreach (var number in Enumerable.Range(0, 50))
        {
            Ask("ร้านกาแฟ");
            Ask($"Holder {number}");
        }

        _shaped.Count(text => text == "ร้านกาแฟ").ShouldBe(1);
        _shaped.Count.ShouldBe(51);
    }

    [Fact]
    public void Layouts_AreUsedAgain_OnceTwiceTheBoundWereAskedFor()
    {
        foreach (var number in Enumerable.Range(0, 50))
        {
            Ask($"Holder {number}");
        }

        _made.ShouldBe(2 * Most + 1, "one generation in use, one before it and the text that ends it");
    }

    [Fact]
    public void Text_IsShapedAgain_OnceSoManyOthersWereAskedForThatItsLayoutHoldsAnother()
    {
        var first = Ask("First");
        foreach (var number in Enumerable.Range(0, 10))
        {
            Ask($"Holder {number}");
        }

        Ask("First");

        _shaped.Count(text => text == "First").ShouldBe(2);
        first.IsClosed.ShouldBeFalse("a layout is given back only with all of them");
    }

    [Fact]
    public void Texts_AreKeptApart_WhenTheirWidthsDiffer()
    {
        _layouts.Get(new("Same", 9, false, 100, 1)).ShouldNotBe(_layouts.Get(new("Same", 9, false, 200, 1)));
    }

    public void Dispose()
    {
        _layouts.Dispose();
        _fonts.Dispose();
    }

    private LayoutHandle Ask(string text) => _layouts.Get(new(text, 9, false, 100, 1));

    private LayoutHandle Make()
    {
        _made++;
        return Pango.pango_layout_new(_fonts.Context);
    }
}
