using Cycle.Ledger.Accounts;
using Cycle.Rendering.Native;

namespace Cycle.Rendering.Tests;

public sealed class ThemeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cycle-theme").FullName;

    public ThemeTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Rendering", "Theme")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Theme_NamesItsIssuer_InBothLanguages()
    {
        var theme = Theme.Load(folder);
        theme.IssuerName(Language.Thai).ShouldBe("ธนาคาร ไซเคิล ตัวอย่าง");
        theme.IssuerName(Language.English).ShouldBe("Cycle Example Bank");
        theme.BillerId.Length.ShouldBe(15);
    }

    [Theory]
    [InlineData("en.json", "\"subtotal\": \"Sub-total\",", "", "subtotal")]
    [InlineData("th.json", "\"contact\"", "\"contakt\"", "contakt")]
    [InlineData("theme.json", "#123C4A", "navy", "navy")]
    [InlineData("theme.json", "099999999999900", "0999", "15 digits")]
    public void Load_SaysWhatIsWrong_InABrokenFile(string file, string from, string to, string told)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));
        Should.Throw<RenderingException>(() => Theme.Load(folder)).Message.ShouldContain(told);
    }

    [Fact]
    public void Load_NamesTheFile_WhenItIsMissing()
    {
        File.Delete(Path.Combine(folder, "th.json"));
        Should.Throw<RenderingException>(() => Theme.Load(folder)).Message.ShouldContain("th.json");
    }

    [Fact]
    public void MissingLibrary_IsNamedWithItsRemedy_BeforeAnyDrawing()
    {
        var missing = Should.Throw<MissingLibraryException>(() => NativeLibraries.Require(["libcairo.so.2", "libnowhere.so.9"]));
        missing.Library.ShouldBe("libnowhere.so.9");
        missing.Message.ShouldContain("libnowhere.so.9 is missing");
        missing.Message.ShouldContain("./cycle");
    }
}
