using Cycle.Ledger.Interest;

namespace Cycle.Ledger.Tests.Numbers;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(5, 2, 3)]
    [InlineData(-5, 2, -3)]
    [InlineData(3, 2, 2)]
    [InlineData(1, 2, 1)]
    [InlineData(-1, 2, -1)]
    [InlineData(1, 3, 0)]
    [InlineData(2, 3, 1)]
    [InlineData(-2, 3, -1)]
    [InlineData(0, 7, 0)]
    [InlineData(7, 1, 7)]
    public void A_tie_goes_away_from_zero(int numerator, int denominator, long expected) =>
        Rounding.HalfAwayFromZero(numerator, denominator).ShouldBe(expected);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_divisor_that_is_not_above_zero_is_refused(int denominator) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Rounding.HalfAwayFromZero(1, denominator));

    [Fact]
    public void A_result_beyond_the_largest_amount_is_an_error() =>
        Should.Throw<OverflowException>(() => Rounding.HalfAwayFromZero(Int128.MaxValue / 4, 1));

    // Percentages: even whole parts, so that rounding to even would give another figure.
    [Theory]
    [InlineData("3.00", "107.50", "3.23")] // 322.5 satang
    [InlineData("3.00", "103.50", "3.11")] // 310.5
    [InlineData("2.50", "100.20", "2.51")] // 250.5
    [InlineData("2.00", "100.25", "2.01")] // 200.5
    [InlineData("2.50", "-100.20", "-2.51")]
    public void A_fee_at_a_tie_is_rounded_away_from_zero(string percent, string amount, string expected) =>
        Percent(percent).Of(Baht(amount)).ShouldBe(Baht(expected));

    // At 15 % a tie needs satang x days to be an odd multiple of 3,650; at 16 % there is none.
    [Theory]
    [InlineData("3,660.95", 10, "15.05")] // 1,504.5 satang
    [InlineData("36,500.00", 30, "450.00")]
    [InlineData("73.73", 50, "1.52")] // 151.5
    [InlineData("3,660.94", 10, "15.04")]
    public void Interest_of_a_secured_account_at_a_tie_is_rounded_away_from_zero(string principal, int days, string expected) =>
        Legs.Amount(Baht(principal), Percent("15.00"), days).ShouldBe(Baht(expected));

    [Fact]
    public void The_day_count_divisor_is_365_in_leap_years_too() =>
        Legs.Amount(Baht("10,000.00"), Percent("16.00"), 366).ShouldBe(Baht("1,604.38"));
}
