using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Jobs.Schedule;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Scheduling;

/// <summary>Two hosts on one store: one clock between them, and one run of a night whatever the clock does.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ClusterTests(PostgresFixture postgres) : IAsyncLifetime
{
    private CycleBench _bench = null!;

    [Fact]
    public async Task Night_IsRunOnce_WhenTwoHostsStartTogetherAndTheirClockFires()
    {
        _bench.WithPurchase();
        var at = BangkokTime.Of(DateTimeOffset.UtcNow.AddSeconds(8));
        var timetable = Timetable(at);
        await using var first = new SchedulerHost(_bench, timetable);
        await using var second = new SchedulerHost(_bench, timetable);

        await Task.WhenAll(first.StartAsync(), second.StartAsync());

        await CompletedAsync();
        (await RunsAsync()).ShouldBe($"{at.AddDays(-1):yyyy-MM-dd} completed 1");
        (await _bench.ScalarAsync("select string_agg(trigger_name || ' ' || cron_expression || ' ' || time_zone_id, ', ') from qrtz_cron_triggers"))
            .ShouldBe($"NIGHT {at.UtcDateTime.Second} {at.UtcDateTime.Minute} {at.UtcDateTime.Hour} ? * * UTC");
    }

    [Fact]
    public async Task Night_IsRunOnce_WhenEveryNodeFiresAtOnce()
    {
        _bench.WithPurchase();
        var timetable = Timetable(BangkokTime.Of(DateTimeOffset.UtcNow.AddHours(-1)), MisfirePolicy.WaitForNext);
        await using var first = new SchedulerHost(_bench, timetable);
        await using var second = new SchedulerHost(_bench, timetable);
        await Task.WhenAll(first.StartAsync(), second.StartAsync());
        (await _bench.ScalarAsync("select count(*) from runs")).ShouldBe(0L, "the firing an hour ago is left to the next one");

        await Task.WhenAll(first.FireAsync("NIGHT"), second.FireAsync("NIGHT"), first.FireAsync("NIGHT"));

        await CompletedAsync();
        (await RunsAsync()).ShouldEndWith(" completed 1");
        (await _bench.ScalarAsync("select count(*) from runs")).ShouldBe(1L);
    }

    [Fact]
    public async Task ChangedSchedule_ReplacesTheOldOne_WhenAHostStarts()
    {
        await using (var before = new SchedulerHost(_bench, Timetable(BangkokTime.Of(DateTimeOffset.UtcNow.AddHours(2)))))
        {
            await before.StartAsync();
        }

        var at = BangkokTime.Of(DateTimeOffset.UtcNow.AddHours(3));
        await using var after = new SchedulerHost(_bench, Timetable(at));
        await after.StartAsync();

        (await _bench.ScalarAsync("select string_agg(cron_expression, ', ') from qrtz_cron_triggers"))
            .ShouldBe($"{at.UtcDateTime.Second} {at.UtcDateTime.Minute} {at.UtcDateTime.Hour} ? * *");
        (await _bench.ScalarAsync("select count(*) from runs")).ShouldBe(0L);
    }

    public async Task InitializeAsync() => _bench = await CycleBench.CreateAsync(postgres);

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    /// <summary>Fires at an instant of today, for yesterday, which is the first date of the installation.</summary>
    private static Timetable Timetable(DateTimeOffset at, MisfirePolicy misfire = MisfirePolicy.RunNow) => new([new(
        "NIGHT", new(at.Hour, at.Minute, at.Second), FiringDate.PreviousDay, HolidayPolicy.Run, misfire, CatchesUp: true,
        TimeSpan.FromHours(3), DateOnly.FromDateTime(at.DateTime).AddDays(-1))]);

    private async Task<string> RunsAsync() =>
        (string)(await _bench.ScalarAsync("select string_agg(business_date || ' ' || state || ' ' || attempts, ', ' order by business_date) from runs"))!;

    private async Task CompletedAsync()
    {
        while (await _bench.ScalarAsync("select count(*) from runs where state = 'completed'") is not > 0L)
        {
            (await _bench.ScalarAsync("select error from runs where state = 'failed'")).ShouldBeNull();
            await Task.Delay(100);
        }
    }
}
