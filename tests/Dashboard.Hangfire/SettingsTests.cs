namespace Cycle.Dashboard.Hangfire.Tests;

/// <summary>What Hangfire is told, where its own choice would be a trap.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Planning_StandsBeforeNights_InTheOrderOfNamesThatPostgreSqlTakesQueuesIn() =>
        new[] { Queues.Nights, Queues.Plans }.Order(StringComparer.Ordinal).First().ShouldBe(Queues.Plans);

    [Fact]
    public void Bangkok_IsSevenHoursAhead_WhoeverKeepsTheZones() =>
        new BangkokTimeZones().GetTimeZoneById("Asia/Bangkok").GetUtcOffset(new DateTimeOffset(2026, 8, 18, 0, 0, 0, TimeSpan.Zero)).ShouldBe(TimeSpan.FromHours(7));
}
