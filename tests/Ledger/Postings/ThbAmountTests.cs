using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tests.Postings;

public sealed class ThbAmountTests
{
    [Theory]
    [InlineData(10_000, "36.5", 365_000)]
    [InlineData(1, "0.5", 1)]
    [InlineData(1, "0.49999999", 0)]
    [InlineData(3, "0.5", 2)]
    [InlineData(100, "0.23245000", 23)]
    [InlineData(99_999_999_999_999, "1", 99_999_999_999_999)]
    public void Of_RoundsHalfAwayFromZeroToTheSatang(long hundredths, string rate, long satang) =>
        ThbAmount.Of(hundredths, decimal.Parse(rate)).ShouldBe(new Money(satang));

    [Fact]
    public void Of_IsNothing_WhenTheAmountIsAboveTheLargest() => ThbAmount.Of(99_999_999_999_999, ThbAmount.LargestRate).ShouldBeNull();

    [Fact]
    public void Of_RefusesRates_ThatWereNeverTakenIn()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ThbAmount.Of(1, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => ThbAmount.Of(1, 1_000_000));
        Should.Throw<ArgumentOutOfRangeException>(() => ThbAmount.Of(-1, 1));
    }
}
