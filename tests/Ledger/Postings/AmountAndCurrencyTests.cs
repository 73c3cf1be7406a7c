using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tests.Postings;

public sealed class AmountAndCurrencyTests
{
    [Theory]
    [InlineData("100.00", "35.12345678", "3,512.35")]
    [InlineData("1.00", "35.12500000", "35.13")] // 3,512.5 satang
    [InlineData("1.00", "35.12499999", "35.12")]
    [InlineData("0.10", "0.25", "0.03")] // 2.5 satang, away from zero
    [InlineData("5000", "0.2351", "1,175.50")]
    [InlineData("0", "35.00", "0.00")]
    public void An_amount_times_its_rate_is_rounded_half_away_from_zero(string amount, string rate, string expected) =>
        ThbAmount.Of(Baht(amount).Satang, decimal.Parse(rate)).ShouldBe(Baht(expected));

    [Fact]
    public void An_amount_beyond_the_largest_row_is_none()
    {
        ThbAmount.Of(ThbAmount.Largest.Satang, 1m).ShouldBe(ThbAmount.Largest);
        ThbAmount.Of(ThbAmount.Largest.Satang, 1.00000001m).ShouldBeNull();
        ThbAmount.Of(ThbAmount.Largest.Satang, ThbAmount.LargestRate).ShouldBeNull();
    }

    [Fact]
    public void Figures_outside_their_ranges_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ThbAmount.Of(-1, 1m));
        Should.Throw<ArgumentOutOfRangeException>(() => ThbAmount.Of(1, 0m));
        Should.Throw<ArgumentOutOfRangeException>(() => ThbAmount.Of(1, -1m));
        Should.Throw<ArgumentOutOfRangeException>(() => ThbAmount.Of(1, ThbAmount.LargestRate + 0.00000001m));
    }

    [Theory]
    [InlineData("THB", 2)]
    [InlineData("USD", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    public void A_currency_has_the_decimals_of_the_standard(string code, int expected)
    {
        Currencies.TryGetDecimals(code, out var decimals).ShouldBeTrue();
        decimals.ShouldBe(expected);
    }

    [Theory]
    [InlineData("usd")]
    [InlineData("XXX")]
    [InlineData("XAU")]
    [InlineData("")]
    public void Other_codes_are_no_currency(string code) => Currencies.TryGetDecimals(code, out _).ShouldBeFalse();

    [Fact]
    public void Every_code_is_three_capitals() =>
        Currencies.Codes.ShouldAllBe(code => code.Length == 3 && code.All(char.IsAsciiLetterUpper));

    [Fact]
    public void The_channels_are_those_of_posting_files()
    {
        PaymentChannels.All.Count.ShouldBe(9);
        PaymentChannels.Contains("KIOSK").ShouldBeTrue();
        PaymentChannels.Contains("kiosk").ShouldBeFalse();
        PaymentChannels.Contains("").ShouldBeFalse();
    }
}
