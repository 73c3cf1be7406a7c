using Cycle.Dashboard.Web.Reading;
using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Runs;
using Cycle.Jobs.Schedule;
using Cycle.Ledger.Storage.Cycles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Operations;

/// <summary>When nights begin by themselves, and what the coming ones will have to do.</summary>
internal sealed class ScheduleModel(
    NpgsqlDataSource database, ExpectedVolumes volumes, IServiceProvider services, IAuthorizationService authorization, TimeProvider clock, Words words)
    : CyclePage
{
    private const int Weeks = 6;
    private const int Firings = 5;

    private readonly SchedulePause _pause = new(database);

    public bool MayRun { get; private set; }

    public DateOnly Today => BangkokTime.DateOf(clock.GetUtcNow());

    public ScheduleReport? Report { get; private set; }

    public IReadOnlyList<(JobSchedule Schedule, string? Paused, IReadOnlyList<(DateTimeOffset At, DateOnly Date)> Next)> Jobs { get; private set; } = [];

    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        MayRun = (await authorization.AuthorizeAsync(User, May.RunNights)).Succeeded;
        if (services.GetService<Timetable>() is { } timetable)
        {
            Report = await ScheduleReport.ReadAsync(database, timetable, clock.GetUtcNow(), cancellationToken);
            Jobs = await JobsAsync(timetable, cancellationToken);
        }

        Days = await DaysAsync(cancellationToken);
    }

    [Needs(May.RunNights)]
    public Task<IActionResult> OnPostPauseAsync(string job, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        await _pause.PauseAsync(Known(job), Who, Reason(reason), cancellationToken);
        return words["The schedule is paused."];
    });

    [Needs(May.RunNights)]
    public Task<IActionResult> OnPostContinueAsync(string job, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        await _pause.ContinueAsync(Known(job), Who, Reason(reason), cancellationToken);
        return words["The schedule goes on."];
    });

    [Needs(May.RunNights)]
    public Task<IActionResult> OnPostRunNowAsync(string job, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        var why = Reason(reason);
        var planner = services.GetService<Planner>() ?? throw new RefusedException(words["This host keeps no schedule."]);
        await Trail.AddAsync(database, Who, "schedule.run-now", Known(job), why, cancellationToken);
        var outcome = await planner.PlanNowAsync(job, clock.GetUtcNow(), cancellationToken);
        return outcome.Refusal is { } refusal ? throw new RefusedException(refusal)
            : outcome.Dates.Count == 0 ? words["Nothing is due now."] : words["{0} nights are planned.", outcome.Dates.Count];
    });

    /// <summary>The colour of a verdict.</summary>
    public static string Class(Verdict verdict) => verdict switch
    {
        Verdict.Healthy => "good",
        Verdict.Degraded => "asked",
        _ => "bad",
    };

    /// <exception cref="RefusedException">The schedule does not have it: what is typed into an address is nothing to keep.</exception>
    private string Known(string job) => services.GetService<Timetable>() is not { } timetable
        ? throw new RefusedException(words["This host keeps no schedule."])
        : timetable.Of(job)?.Job ?? throw new RefusedException("Nothing was done: the schedule has no such job. Open the page again.");

    private async Task<List<(JobSchedule, string?, IReadOnlyList<(DateTimeOffset, DateOnly)>)>> JobsAsync(Timetable timetable, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var calendar = await Holidays.ReadAsync(connection, cancellationToken);
        var jobs = new List<(JobSchedule, string?, IReadOnlyList<(DateTimeOffset, DateOnly)>)>();
        foreach (var schedule in timetable.Jobs)
        {
            var firings = new Cycle.Jobs.Schedule.Firings(schedule, calendar);
            var next = new List<(DateTimeOffset, DateOnly)>();
            for (var at = clock.GetUtcNow(); next.Count < Firings;)
            {
                at = firings.NextAfter(at);
                next.Add((at, firings.DateOf(at)));
            }

            jobs.Add((schedule, await _pause.FindAsync(schedule.Job, cancellationToken), next));
        }

        return jobs;
    }

    /// <summary>Six weeks from the week of the night that is next, so that what is done and what comes stand together.</summary>
    private async Task<List<CalendarDay>> DaysAsync(CancellationToken cancellationToken)
    {
        var current = (await new RunReader(database).CurrentAsync(cancellationToken))?.BusinessDate ?? Today;
        var first = current.AddDays(-(((int)current.DayOfWeek + 6) % 7));
        DateOnly[] dates = [.. Enumerable.Range(0, Weeks * 7).Select(first.AddDays)];
        var expected = await volumes.OnAsync(dates, cancellationToken);
        var holidays = (await database.ListAsync(
            "select holiday, name from holidays where holiday between $1 and $2", row => (Date: row.Date(0), Name: row.GetString(1)),
            cancellationToken, dates[0], dates[^1])).ToDictionary(holiday => holiday.Date, holiday => holiday.Name);
        var nights = (await database.ListAsync(
            $"select {RunRow.Columns} from runs where business_date between $1 and $2", RunRow.Read, cancellationToken, dates[0], dates[^1]))
            .GroupBy(run => run.BusinessDate).ToDictionary(runs => runs.Key, runs => runs.Last());
        return
        [
            .. dates.Select(date => new CalendarDay(
                date, holidays.GetValueOrDefault(date), expected[date], nights.GetValueOrDefault(date)?.RunId, nights.GetValueOrDefault(date)?.State)),
        ];
    }
}
