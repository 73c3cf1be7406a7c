using Cycle.Rendering.Pdf;
using Cycle.Rendering.Tests.Poppler;

namespace Cycle.Rendering.Tests.Pdf;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("{mobile:last4}{card:last4}", "56781234")]
    [InlineData("{mobile}", "0812345678")]
    [InlineData("{postcode}-{customer}", "10310-C9")]
    [InlineData("{account:first3}{postcode:first4}", "ACC1031")]
    public void Password_IsPutTogether_FromTheFieldsOfTheRule(string rule, string expected) =>
        PasswordRule.Parse(rule).PasswordOf(MadeUp.Thai()).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("{birthdate}")]
    [InlineData("{mobile:last}")]
    [InlineData("{mobile:last4")]
    [InlineData("{mobile} {card}")]
    public void Rule_IsRefused_WhenItIsNotOne(string rule) =>
        Should.Throw<FormatException>(() => PasswordRule.Parse(rule)).Message.ShouldContain("such as {mobile:last4}{card:last4}");

    [Fact]
    public void Password_IsRefusedWithoutAnyValue_WhenTheMasterLacksAField()
    {
        var document = MadeUp.Thai();
        document = document with { Account = document.Account with { Mobile = "" } };
        var refused = Should.Throw<RenderingException>(() => PasswordRule.Parse("{card:last4}{mobile:last4}").PasswordOf(document));
        refused.Message.ShouldContain("account ACC-0000417");
        refused.Message.ShouldContain("no mobile");
        refused.Message.ShouldNotContain("1234");
    }

    [Fact]
    public void Password_IsRefused_WhenItWouldBeShort() =>
        Should.Throw<RenderingException>(() => PasswordRule.Parse("{card:last4}").PasswordOf(MadeUp.Thai())).Message.ShouldContain("shorter than 6");

    [Fact]
    public async Task Copy_OpensWithItsPasswordOnly_AndTellsTheSame()
    {
        var folder = Directory.CreateTempSubdirectory("cycle-locked-").FullName;
        try
        {
            using var renderer = new StatementRenderer(Theme.Shipped());
            var pdf = renderer.Render(MadeUp.Thai());
            var locked = pdf with { Bytes = await ProtectedPdf.MakeAsync(pdf.Bytes, "56781234", folder, default) };
            Directory.GetFiles(folder).ShouldBeEmpty();

            PopplerTool.Run("pdftotext", locked, ["-upw", "56781234", "-raw", "FILE", "-"]).ShouldBe(PopplerTool.Text(pdf));
            Should.Throw<ShouldAssertException>(() => PopplerTool.Run("pdftotext", locked, ["-upw", "5678123", "FILE", "-"]));
            PopplerTool.Run("qpdf", locked, ["--password=56781234", "--show-encryption", "FILE"]).ShouldContain("AESv3");
            PopplerTool.Run("qpdf", locked, ["--password=56781234", "--show-encryption", "FILE"]).ShouldContain("extract for accessibility: allowed");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
