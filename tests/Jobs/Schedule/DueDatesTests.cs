using Cycle.Jobs.Schedule;

namespace Cycle.Jobs.Tests.Schedule;

/// <summary>Which dates a firing plans, and which it leaves to a person.</summary>
public sealed class DueDatesTests
{
    private static readonly DateTimeOffset Now = Schedules.Bangkok("2026-08-21 01:30");

    [Fact]
    public void MissedDates_ArePlannedInOrder_WhenTheScheduleCatchesUp() =>
        ToPlan(Schedules.Nightly, "2026-08-17").ShouldBe(["2026-08-18", "2026-08-19", "2026-08-20"]);

    [Fact]
    public void Nothing_IsPlanned_WhenTheDueDateHasARun() => ToPlan(Schedules.Nightly, "2026-08-20").ShouldBeEmpty();

    [Fact]
    public void Nothing_IsPlanned_WhenARunLiesAheadOfTheSchedule() => ToPlan(Schedules.Nightly, "2026-08-25").ShouldBeEmpty();

    [Fact]
    public void MissedDates_AreLeftToAPerson_WhenTheScheduleDoesNotCatchUp()
    {
        var schedule = Schedules.Nightly with { CatchesUp = false };

        ToPlan(schedule, "2026-08-19").ShouldBe(["2026-08-20"]);
        DueDates.ToPlan(schedule, schedule.Firings(), Schedules.Date("2026-08-18"), Now).ShouldSatisfyAllConditions(
            outcome => outcome.Dates.ShouldBeEmpty(),
            outcome => outcome.Refusal.ShouldBe(
                "NIGHT of 2026-08-19 was missed and the schedule does not catch up by itself. " +
                "Run `cycle run NIGHT --date 2026-08-20`: it runs the missed dates first, in order."));
    }

    [Fact]
    public void DatesOfHolidays_ArePlannedAtTheirFiring_ThoughTheScheduleDoesNotCatchUp()
    {
        var schedule = Schedules.Nightly with { CatchesUp = false, Holidays = HolidayPolicy.AfterHoliday };
        var firings = schedule.Firings(Schedules.Date("2026-08-19"), Schedules.Date("2026-08-20"));

        DueDates.ToPlan(schedule, firings, Schedules.Date("2026-08-17"), Now).Dates.Texts().ShouldBe(["2026-08-18", "2026-08-19", "2026-08-20"]);
    }

    [Fact]
    public void EmptyInstallation_BeginsAtTheFirstDateOfTheSchedule_OrWithAPerson()
    {
        ToPlan(Schedules.Nightly, null).ShouldBeEmpty();
        ToPlan(Schedules.Nightly with { FirstBusinessDate = Schedules.Date("2026-08-19") }, null).ShouldBe(["2026-08-19", "2026-08-20"]);
        ToPlan(Schedules.Nightly with { FirstBusinessDate = Schedules.Date("2026-08-21") }, null).ShouldBeEmpty();
        ToPlan(Schedules.Nightly with { FirstBusinessDate = Schedules.Date("2026-08-01") }, "2026-08-19").ShouldBe(["2026-08-20"]);
    }

    [Fact]
    public void Nothing_IsPlanned_WhenSoManyDatesAreMissingThatADateMustBeWrong()
    {
        var begin = Schedules.Date("2026-08-20").AddDays(1 - DueDates.Most);
        var schedule = Schedules.Nightly with { FirstBusinessDate = begin };

        ToPlan(schedule, null).Count().ShouldBe(DueDates.Most);
        DueDates.ToPlan(schedule with { FirstBusinessDate = begin.AddDays(-1) }, schedule.Firings(), null, Now).ShouldSatisfyAllConditions(
            outcome => outcome.Dates.ShouldBeEmpty(),
            outcome => outcome.Refusal!.ShouldStartWith("401 dates of NIGHT are missing, from 2025-07-16 to 2026-08-20, more than the 400"));
    }

    private static IEnumerable<string> ToPlan(JobSchedule schedule, string? last) =>
        DueDates.ToPlan(schedule, schedule.Firings(), last is null ? null : Schedules.Date(last), Now).Dates.Texts();
}
