using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tests.Postings;

public sealed class CurrenciesTests
{
    [Theory]
    [InlineData("THB", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KRW", 0)]
    [InlineData("KWD", 3)]
    [InlineData("EUR", 2)]
    [InlineData("XOF", 0)]
    [InlineData("XCG", 2)]
    public void TryGetDecimals_KnowsActiveCodes(string code, int expected)
    {
        Currencies.TryGetDecimals(code, out var decimals).ShouldBeTrue();
        decimals.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("thb")]
    [InlineData("XAU")]
    [InlineData("XDR")]
    [InlineData("XXX")]
    [InlineData("CLF")]
    [InlineData("BGN")]
    [InlineData("HRK")]
    [InlineData("ANG")]
    [InlineData("ZZZ")]
    public void TryGetDecimals_KnowsNoOthers(string code) => Currencies.TryGetDecimals(code, out _).ShouldBeFalse();

    [Fact]
    public void Codes_AreThreeCapitals() => Currencies.Codes.ShouldAllBe(code => code.Length == 3 && code.All(char.IsAsciiLetterUpper));
}
