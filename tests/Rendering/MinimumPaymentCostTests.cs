using Cycle.Ledger;
using Cycle.Ledger.Tariffs;

namespace Cycle.Rendering.Tests;

public sealed class MinimumPaymentCostTests
{
    private static readonly PercentRate Sixteen = new(1600);
    private static readonly MinimumPaymentTerms TenPercent = new(new PercentRate(1000), MinimumRounding.BahtDown, Money.FromBaht(1000));

    [Theory]
    [InlineData(0)]
    [InlineData(-500_000)]
    public void Cost_IsNothing_WhenNothingIsOwed(long satang) =>
        MinimumPaymentCost.Of(new(satang), Sixteen, TenPercent).ShouldBe(new(0, Money.Zero, true));

    [Fact]
    public void Cost_IsNothing_WhenTheFloorTakesItAll() =>
        MinimumPaymentCost.Of(new(99_999), Sixteen, TenPercent).ShouldBe(new(1, Money.Zero, true));

    [Fact]
    public void Cost_FollowsTheMonths_ForASmallBalance()
    {
        // 2,500.00 less 1,000 leaves 1,500.00, a month of which is 20.00; 1,520.00 less 1,000 leaves 520.00, 6.93; 526.93 is paid whole.
        MinimumPaymentCost.Of(new(250_000), Sixteen, TenPercent).ShouldBe(new(3, new(2_693), true));
    }

    [Fact]
    public void Share_CountsWholeBaht_AboveTheFloor()
    {
        // 10 % of 10,400.82 is 1,040 whole baht; 9,360.82 then bears 124.81.
        var terms = TenPercent with { Floor = Money.Zero };
        var all = MinimumPaymentCost.Of(new(1_040_082), Sixteen, TenPercent);
        all.Settled.ShouldBeTrue();
        all.Interest.ShouldBeGreaterThan(new Money(12_481));
        MinimumPaymentCost.Of(new(1_040_082), Sixteen, terms).Interest.ShouldBeGreaterThan(all.Interest);
    }

    [Fact]
    public void Projection_StopsUnsettled_WhenTheMinimumNeverPaysIt()
    {
        var never = MinimumPaymentCost.Of(Money.FromBaht(100_000), Sixteen, new(PercentRate.Zero, MinimumRounding.BahtDown, Money.Zero));
        never.ShouldBe(new(MinimumPaymentCost.MostMonths, new Money(133_333L * MinimumPaymentCost.MostMonths), false));
    }

    [Fact]
    public void Projection_Ends_ForTheLargestBalance() =>
        MinimumPaymentCost.Of(new(long.MaxValue), Sixteen, TenPercent).Settled.ShouldBeTrue();
}
