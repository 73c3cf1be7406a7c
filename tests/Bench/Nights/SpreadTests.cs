using Cycle.Bench.Nights;

namespace Cycle.Bench.Tests.Nights;

public sealed class SpreadTests
{
    [Theory]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 2.0)]
    [InlineData(new[] { 4.0, 1.0, 2.0, 3.0 }, 2.5)]
    [InlineData(new[] { 7.0 }, 7.0)]
    public void Spread_IsTheMiddleAndTheEnds_OfSeveralRounds(double[] values, double median) =>
        Spread.Of(values).ShouldBe(new Spread(median, values.Min(), values.Max()));

    [Fact]
    public void CpuTimeline_ReadsOffTheLine_BetweenTwoLooks()
    {
        var start = new DateTime(2026, 9, 18, 1, 0, 0, DateTimeKind.Utc);
        var timeline = new CpuTimeline();
        timeline.Add(start, 0, 0);
        timeline.Add(start.AddSeconds(10), 8, 4);
        timeline.Add(start.AddSeconds(20), 8, 24);

        timeline.Between(start.AddSeconds(5), start.AddSeconds(15)).ShouldBe((4, 12));
        timeline.Between(start.AddSeconds(-5), start.AddSeconds(99)).ShouldBe((8, 24));
    }
}
