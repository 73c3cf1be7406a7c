using System.Text;

namespace Cycle.Ledger.Tests.Numbers;

public sealed class HundredthsTests
{
    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(5, "0.05")]
    [InlineData(-5, "-0.05")]
    [InlineData(50, "0.50")]
    [InlineData(100, "1.00")]
    [InlineData(949195, "9491.95")]
    [InlineData(-104000, "-1040.00")]
    [InlineData(long.MaxValue, "92233720368547758.07")]
    [InlineData(long.MinValue, "-92233720368547758.08")]
    public void Hundredths_are_written_with_two_decimals(long value, string expected) =>
        Hundredths.Format(value).ShouldBe(expected);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 1200)]
    [InlineData("12.5", 1250)]
    [InlineData("12.50", 1250)]
    [InlineData("0.05", 5)]
    [InlineData("000000000000001.00", 100)]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000000000000000001.00", 100)]
    [InlineData("999999999999.99", 99999999999999)]
    public void Digits_with_at_most_two_decimals_are_read(string text, long expected)
    {
        Hundredths.TryParse(text, out var value).ShouldBeTrue();
        value.ShouldBe(expected);
        Hundredths.TryParse(Encoding.UTF8.GetBytes(text), out var ofBytes).ShouldBeTrue();
        ofBytes.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".50")]
    [InlineData("1.")]
    [InlineData("1.005")]
    [InlineData("1.0.0")]
    [InlineData("1,000.00")]
    [InlineData("-1.00")]
    [InlineData("+1.00")]
    [InlineData(" 1.00")]
    [InlineData("1e3")]
    [InlineData("1.0x")]
    [InlineData("๑๒")] // Thai digits are digits elsewhere, not here
    [InlineData("1000000000000.00")]
    public void Anything_else_is_refused(string text)
    {
        Hundredths.TryParse(text, out _).ShouldBeFalse();
        Hundredths.TryParse(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();
    }
}
