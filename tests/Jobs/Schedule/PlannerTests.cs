using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Jobs.Schedule;
using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Schedule;

/// <summary>The planner writes rows and nothing else, once each, whoever calls it and however often.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PlannerTests(PostgresFixture postgres)
{
    private static readonly RunTerms Terms = new(new('0', 64), Schedules.Date("2026-08-01"), RendersStatements: true);
    private static readonly DateTimeOffset Now = Schedules.Bangkok("2026-08-21 01:30");

    [Fact]
    public async Task ThreeMissedDates_ArePlannedInOrderWithTheirSteps_AndAgainChangesNothing()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        await CompleteAsync(bench, "2026-08-17");
        var planner = new Planner(bench.Db, new([Schedules.Nightly]));

        (await planner.PlanAsync("NIGHT", Now, default)).Dates.Texts().ShouldBe(["2026-08-18", "2026-08-19", "2026-08-20"]);
        (await planner.PlanAsync("NIGHT", Now.AddMinutes(1), default)).Dates.ShouldBeEmpty();

        (await RowsAsync(bench)).ShouldBe(["2026-08-17|completed|1", "2026-08-18|planned|0", "2026-08-19|planned|0", "2026-08-20|planned|0"]);
        (await bench.QueryAsync("select name from run_steps join runs using (run_id) where business_date = '2026-08-19' order by number"))
            .ShouldBe(NightSteps.Names);
        (await bench.QueryAsync("select 1 from run_steps join runs using (run_id) where runs.state = 'planned' and run_steps.state <> 'planned'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task EachDate_HasOneRun_WhenManyPlannersFireAtOnce()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        var timetable = new Timetable([Schedules.Nightly with { FirstBusinessDate = Schedules.Date("2026-08-11") }]);
        using var start = new Barrier(4);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            start.SignalAndWait();
            return new Planner(bench.Db, timetable).PlanAsync("NIGHT", Now, default);
        })));

        outcomes.Select(outcome => outcome.Dates.Count).Order().ShouldBe([0, 0, 0, 10]);
        (await RowsAsync(bench)).ShouldBe(Enumerable.Range(11, 10).Select(day => $"2026-08-{day}|planned|0"));
        (await bench.QueryAsync("select run_id from run_steps group by run_id having count(*) <> 12")).ShouldBeEmpty();
    }

    [Fact]
    public async Task DatesOfHolidays_ArePlannedAtTheNextFiring_ByTheHolidayTable()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        await CompleteAsync(bench, "2026-08-17");
        await bench.ExecuteAsync("insert into holidays values ('2026-08-19', 'a holiday'), ('2026-08-20', 'another')");
        var planner = new Planner(bench.Db, new([Schedules.Nightly with { Holidays = HolidayPolicy.AfterHoliday }]));

        (await planner.PlanAsync("NIGHT", Schedules.Bangkok("2026-08-20 01:30"), default)).Dates.ShouldBeEmpty();
        (await planner.PlanAsync("NIGHT", Now, default)).Dates.Texts().ShouldBe(["2026-08-18", "2026-08-19", "2026-08-20"]);
    }

    [Fact]
    public async Task LaterDates_ArePlannedBehindAFailedOne_AndWaitForIt()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        await CompleteAsync(bench, "2026-08-18", state: "failed");

        await new Planner(bench.Db, new([Schedules.Nightly])).PlanAsync("NIGHT", Now, default);

        (await RowsAsync(bench)).ShouldBe(["2026-08-18|failed|1", "2026-08-19|planned|0", "2026-08-20|planned|0"]);
        (await Should.ThrowAsync<RefusedException>(
            new RunClaims(bench.Db).ClaimAsync("NIGHT", Schedules.Date("2026-08-19"), NightSteps.Names, Terms, default))).Message
            .ShouldStartWith("NIGHT of 2026-08-18 is not complete");
    }

    [Fact]
    public async Task Firing_IsToldInWords_WhenThisHostDoesNotScheduleTheJob()
    {
        await using var bench = await NightBench.CreateAsync(postgres);

        (await new Planner(bench.Db, new([Schedules.Nightly])).PlanAsync("DAY", Now, default)).Refusal.ShouldBe(
            "DAY fired, but this host's schedule does not have it. Give every host the same schedule.");
    }

    [Fact]
    public async Task ClockThatIsAheadALittle_PlansAtTheTimeOfTheDatabase()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        var due = await StoreClock.NowAsync(bench.Db, default) + TimeSpan.FromSeconds(1);
        var planner = new Planner(bench.Db, new([FiresAt(due)]));

        (await planner.PlanFiredAsync("NIGHT", due, default)).Dates.Count.ShouldBe(1);

        (await bench.QueryAsync($"select created_at >= '{due:O}' from runs")).ShouldBe(["true"]);
    }

    [Fact]
    public async Task ClockThatIsFarAhead_PlansNothingBeforeItsTime()
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        var due = await StoreClock.NowAsync(bench.Db, default) + TimeSpan.FromHours(1);
        var planner = new Planner(bench.Db, new([FiresAt(due)]));

        (await planner.PlanFiredAsync("NIGHT", due, default)).Refusal!.ShouldEndWith(
            " s too early: this host's clock is ahead of the database's. Nothing was planned; set the clock right.");

        (await RowsAsync(bench)).ShouldBeEmpty();
    }

    /// <summary>Fires at an instant, for the date before it, which is the first of the installation.</summary>
    private static JobSchedule FiresAt(DateTimeOffset due)
    {
        var wall = BangkokTime.Of(due);
        return Schedules.Nightly with
        {
            At = new(wall.Hour, wall.Minute, wall.Second, wall.Millisecond, wall.Microsecond), FirstBusinessDate = DateOnly.FromDateTime(wall.DateTime).AddDays(-1),
        };
    }

    private static Task<List<string>> RowsAsync(NightBench bench) =>
        bench.QueryAsync("select business_date, state, attempts from runs order by business_date");

    private static async Task CompleteAsync(NightBench bench, string date, string state = "completed")
    {
        var claims = new RunClaims(bench.Db);
        var run = await claims.ClaimAsync("NIGHT", Schedules.Date(date), NightSteps.Names, Terms, default);
        var tenure = new RunTenure(bench.Db, run);
        await (state == "completed" ? tenure.CompleteAsync(default) : tenure.FailAsync("", goesOn: false, default));
    }
}
