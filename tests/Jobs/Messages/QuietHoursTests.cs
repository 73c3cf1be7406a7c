using Cycle.Jobs.Messages;

namespace Cycle.Jobs.Tests.Messages;

public sealed class QuietHoursTests
{
    private static readonly QuietHours Night = new(new(21, 0), new(8, 0));

    /// <summary>Times of the clock in UTC: Bangkok is seven hours ahead.</summary>
    [Theory]
    [InlineData("2026-08-18T13:59:59Z", null)]
    [InlineData("2026-08-18T14:00:00Z", "2026-08-19T01:00:00Z")]
    [InlineData("2026-08-18T16:59:00Z", "2026-08-19T01:00:00Z")]
    [InlineData("2026-08-18T17:00:00Z", "2026-08-19T01:00:00Z")]
    [InlineData("2026-08-19T00:59:59Z", "2026-08-19T01:00:00Z")]
    [InlineData("2026-08-19T01:00:00Z", null)]
    public void Quiet_EndsInTheMorningOfBangkok_WhenItPassesMidnight(string now, string? end) =>
        Night.EndAfter(DateTimeOffset.Parse(now)).ShouldBe(end is null ? null : DateTimeOffset.Parse(end));

    [Theory]
    [InlineData("2026-08-18T05:00:00Z", "2026-08-18T06:00:00Z")]
    [InlineData("2026-08-18T06:00:00Z", null)]
    [InlineData("2026-08-18T17:00:00Z", null)]
    public void Quiet_EndsOnTheSameDay_WhenItLiesWithinOne(string now, string? end) =>
        new QuietHours(new(12, 0), new(13, 0)).EndAfter(DateTimeOffset.Parse(now)).ShouldBe(end is null ? null : DateTimeOffset.Parse(end));
}
