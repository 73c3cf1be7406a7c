using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Jobs.Schedule;
using Cycle.Tests.Shared;
using Hangfire;
using Hangfire.States;
using Hangfire.Storage;

namespace Cycle.Dashboard.Hangfire.Tests;

/// <summary>Nights as Hangfire's jobs: one a run, in order of their dates, and nothing changes when one is run twice.</summary>
[Collection(PostgresCollection.Name)]
public sealed class NightJobTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly DateOnly First = new(2026, 8, 18);
    private CycleBench _bench = null!;

    [Fact]
    public async Task MissedNights_AreRunOnceEachInOrder_WhenTwoHostsStartTogether()
    {
        _bench.WithPurchase();
        var timetable = HangfireHost.Timetable(MisfirePolicy.RunNow, datesMissed: 3);
        await using var first = new HangfireHost(_bench, timetable);
        await using var second = new HangfireHost(_bench, timetable);

        await Task.WhenAll(first.StartAsync(), second.StartAsync());

        await CompletedAsync(3);
        (await _bench.ScalarAsync("select string_agg(attempts::text, ' ' order by business_date) from runs")).ShouldBe("1 1 1");
        (await _bench.ScalarAsync(
            "select bool_and(started_at >= before) from (select started_at, lag(ended_at, 1, started_at) over (order by business_date) as before from runs) r"))
            .ShouldBe(true);
        (await JobsAsync()).ShouldBe(3L);
    }

    [Fact]
    public async Task Firing_PlansTheNight_HoweverOftenItIsHeard()
    {
        _bench.WithPurchase();
        await using var host = new HangfireHost(_bench, HangfireHost.Timetable(MisfirePolicy.WaitForNext));
        await host.StartAsync();
        (await _bench.ScalarAsync("select count(*) from runs")).ShouldBe(0L, "the firing two hours ago is left to the next one");

        host.Recurring.Trigger("NIGHT");
        host.Recurring.Trigger("NIGHT");

        await CompletedAsync(1);
        (await _bench.ScalarAsync("select count(*) from runs")).ShouldBe(1L);
        (await _bench.ScalarAsync("select attempts from runs")).ShouldBe(1);
    }

    [Fact]
    public async Task RecurringJobs_AreTheSchedules_WhenAHostStarts()
    {
        var timetable = HangfireHost.Timetable(MisfirePolicy.WaitForNext);
        await using var host = new HangfireHost(_bench, timetable);
        await host.StartAsync();
        host.Recurring.AddOrUpdate<PlanJob>("GONE", Queues.Plans, job => job.PlanAsync("GONE", CancellationToken.None), "0 0 1 1 *", new RecurringJobOptions());
        await using var again = new HangfireHost(_bench, timetable);
        await again.StartAsync();

        using var connection = again.Connection;
        var recurring = connection.GetRecurringJobs().ShouldHaveSingleItem();
        (recurring.Id, recurring.TimeZoneId, recurring.Job.Queue).ShouldBe(("NIGHT", "Asia/Bangkok", Queues.Plans));
        recurring.Cron.ShouldBe($"{timetable.Jobs[0].At.Minute} {timetable.Jobs[0].At.Hour} * * *");
    }

    [Fact]
    public async Task Night_IsTheSame_WhenItsJobIsRunTwiceAtOnceAndAgainAfterwards()
    {
        _bench.WithPurchase();
        await using var host = new HangfireHost(_bench, HangfireHost.Timetable(MisfirePolicy.WaitForNext));
        await host.StartAsync();
        var run = await Planned.NightsAsync(_bench.Db, First);
        var twin = host.Jobs.Create<NightJob>(night => night.RunAsync(run, "2026-08-18", null!), new EnqueuedState(Queues.Nights));
        await CompletedAsync(1);
        await SucceededAsync(host, twin);
        var left = await StoreText.OfBusinessAsync(_bench.Db);
        var runs = await _bench.ScalarAsync("select r::text from runs r");

        var job = host.Nights.Of(run).ShouldNotBeNull();
        await SucceededAsync(host, job);
        host.Jobs.ChangeState(job, new EnqueuedState(Queues.Nights));
        await SucceededAsync(host, job);

        (await StoreText.OfBusinessAsync(_bench.Db)).ShouldBe(left);
        (await _bench.ScalarAsync("select r::text from runs r")).ShouldBe(runs, "neither another try nor another token");
        (await _bench.ScalarAsync("select attempts from runs")).ShouldBe(1);
    }

    [Fact]
    public async Task Job_IsFailedOnceAndNeverTriedByItself_WhenItsNightFails()
    {
        _bench.WithPurchase();
        await _bench.ExecuteAsync("create function no() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$");
        await _bench.ExecuteAsync("create trigger no before insert on account_states for each statement execute function no()");
        await using var host = new HangfireHost(_bench, HangfireHost.Timetable(MisfirePolicy.WaitForNext));
        await host.StartAsync();
        var run = await Planned.NightsAsync(_bench.Db, First);

        await StateAsync(host, () => host.Nights.Of(run), FailedState.StateName);

        (await _bench.ScalarAsync("select state || ' ' || attempts from runs")).ShouldBe("failed 1");
        (await _bench.ScalarAsync("select count(*) from hangfire.state where name = 'Scheduled'")).ShouldBe(0L, "that would be Hangfire's own retry");
        (await _bench.ScalarAsync("select data ->> 'ExceptionMessage' from hangfire.state where name = 'Failed'"))
            .ShouldBe(await _bench.ScalarAsync("select error from runs"));
    }

    public async Task InitializeAsync() => _bench = await CycleBench.CreateAsync(postgres);

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    private static Task SucceededAsync(HangfireHost host, string job) => StateAsync(host, () => job, SucceededState.StateName);

    private static async Task StateAsync(HangfireHost host, Func<string?> job, string state)
    {
        using var connection = host.Connection;
        while (job() is not { } known || connection.GetJobData(known).State != state)
        {
            await Task.Delay(100);
        }
    }

    private async Task<object?> JobsAsync() => await _bench.ScalarAsync("select count(*) from hangfire.job where invocationdata::text like '%NightJob%'");

    private async Task CompletedAsync(long nights)
    {
        while ((long)(await _bench.ScalarAsync("select count(*) from runs where state = 'completed'"))! < nights)
        {
            (await _bench.ScalarAsync("select error from runs where state = 'failed'")).ShouldBeNull();
            await Task.Delay(100);
        }
    }
}
