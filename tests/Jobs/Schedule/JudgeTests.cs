using Cycle.Jobs.Schedule;

namespace Cycle.Jobs.Tests.Schedule;

/// <summary>The judgement of runs against the schedule: what is said, how bad it is, what to do.</summary>
public sealed class JudgeTests
{
    private static readonly JobSchedule Nightly = Schedules.Nightly;

    [Fact]
    public void Nights_AreHealthy_WhenTheDueDateIsCompleteAndTheNextHasNotFired() =>
        Say(Nightly, "2026-08-19 01:29", "2026-08-17").ShouldBe(
            ["Healthy: NIGHT: everything that is due is done or on its way. It fires next at 2026-08-19 01:30, for 2026-08-18."]);

    [Fact]
    public void Night_IsMissing_WhenNobodyPlannedItAfterItsFiring()
    {
        Say(Nightly, "2026-08-19 01:32", "2026-08-17")[0].ShouldStartWith("Healthy: ");
        Say(Nightly, "2026-08-19 01:33", "2026-08-17").ShouldBe(
            ["Unhealthy: NIGHT of 2026-08-18 is missing: it was to begin at 2026-08-19 01:30. " +
             "Check that a `cycle serve` runs on this database; or run `cycle run NIGHT --date 2026-08-18`."]);
    }

    [Fact]
    public void MissingNights_AreCounted_AndWhatBringsThemBackIsTold()
    {
        Say(Nightly with { Misfire = MisfirePolicy.WaitForNext }, "2026-08-21 12:00", "2026-08-17").ShouldBe(
            ["Unhealthy: NIGHT of 2026-08-18 is missing: it was to begin at 2026-08-19 01:30, and so are the 2 dates after it. " +
             "It is planned at the next firing, 2026-08-22 01:30; or run `cycle run NIGHT --date 2026-08-20`."]);
        Say(Nightly with { CatchesUp = false }, "2026-08-21 12:00", "2026-08-17")[0].ShouldEndWith(
            "Run `cycle run NIGHT --date 2026-08-20`: it runs the missed dates first, in order.");
    }

    [Fact]
    public void PausedJob_IsSaidToBePaused_WithSinceWhenAndWhatToDo()
    {
        const string Remedy = "Continue it on the page Schedule; until then `cycle run NIGHT --date D` runs what is due.";
        var paused = new PausedJob("mali", Schedules.Bangkok("2026-08-18 10:00"));

        Say(Nightly, "2026-08-19 01:29", "2026-08-17", paused).ShouldBe(
            [$"Degraded: NIGHT is paused since 2026-08-18 10:00: nothing of it is planned by itself. {Remedy}"]);
        Say(Nightly, "2026-08-19 01:33", "2026-08-17", paused with { Since = null }).ShouldBe(
            ["Unhealthy: NIGHT of 2026-08-18 is missing: it was to begin at 2026-08-19 01:30. " +
             "It is paused: continue it on the page Schedule, or run `cycle run NIGHT --date 2026-08-18`.",
             $"Degraded: NIGHT is paused: nothing of it is planned by itself. {Remedy}"]);
    }

    [Theory]
    [InlineData("planned", "2026-08-19 04:30", "Healthy")]
    [InlineData("running", "2026-08-19 04:30", "Healthy")]
    [InlineData("planned", "2026-08-19 04:31", "Unhealthy: NIGHT of 2026-08-18 is late: it was to be complete by 2026-08-19 04:30, and is planned.")]
    [InlineData("running", "2026-08-19 04:31", "Unhealthy: NIGHT of 2026-08-18 is late: it was to be complete by 2026-08-19 04:30, and is running.")]
    public void Night_IsLate_WhenItIsNotCompleteInTime(string state, string now, string words) =>
        Say(Nightly, now, "2026-08-18", Run(state)).ShouldHaveSingleItem().ShouldStartWith(words);

    [Fact]
    public void LaterDates_AreCountedWithTheLateOneTheyWaitFor() =>
        Say(Nightly, "2026-08-20 04:31", "2026-08-19", Run("running"), Run("planned", date: "2026-08-19"))[0].ShouldContain(
            "and is running; a later date waits for it.");

    [Theory]
    [InlineData("failed", 0, "Unhealthy: NIGHT of 2026-08-18 failed at try 2. `cycle status` says why. Mend the cause, then `cycle resume 7`.")]
    [InlineData("stopped", 0, "Degraded: NIGHT of 2026-08-18 was stopped by a person. It goes on with `cycle resume 7`.")]
    [InlineData("planned", 0, "Degraded: NIGHT of 2026-08-18 was interrupted at try 2 and will be tried again by itself. `cycle status` says why.")]
    [InlineData("running", 91, "Unhealthy: NIGHT of 2026-08-18 stands still: its process has not been heard of for 90 seconds or more. Start `cycle serve` on any machine: it goes on with the run by itself.")]
    [InlineData("stopping", 91, "Unhealthy: NIGHT of 2026-08-18 stands still: its process has not been heard of for 90 seconds or more. Start `cycle serve` on any machine: it goes on with the run by itself.")]
    public void Night_IsNamedWithWhatToDo_WhenItDoesNotMove(string state, int silentSeconds, string words) =>
        Say(Nightly, "2026-08-19 01:40", "2026-08-18", Run(state, silentSeconds, attempts: 2)).ShouldBe([words]);

    [Fact]
    public void Worst_IsSaidFirst_WhenThereIsMoreThanOneThing() =>
        Say(Nightly, "2026-08-19 12:00", "2026-08-18", Run("stopped", attempts: 1)).Select(words => words[..8]).ShouldBe(["Unhealth", "Degraded"]);

    [Fact]
    public void EmptyInstallation_IsHealthyAndSaysHowToBegin_WhenTheScheduleNamesNoFirstDate()
    {
        Say(Nightly, "2026-08-19 12:00", null).ShouldBe(
            ["Healthy: No NIGHT has ever been run, and the schedule states no firstBusinessDate: none is planned. " +
             "Run the first with `cycle run NIGHT --date D`; the schedule goes on from there."]);
        Say(Nightly with { FirstBusinessDate = Schedules.Date("2026-08-18") }, "2026-08-19 12:00", null)[0].ShouldStartWith(
            "Unhealthy: NIGHT of 2026-08-18 is missing");
    }

    private static OpenRun Run(string state, int silentSeconds = 1, int attempts = 0, string date = "2026-08-18") =>
        new(7, Schedules.Date(date), state, "elsewhere/1/1", attempts, TimeSpan.FromSeconds(silentSeconds), null);

    private static List<string> Say(JobSchedule schedule, string now, string? last, params OpenRun[] open) => Say(schedule, now, last, null, open);

    private static List<string> Say(JobSchedule schedule, string now, string? last, PausedJob? paused, params OpenRun[] open)
    {
        var date = last is null ? (DateOnly?)null : Schedules.Date(last);
        return [.. new Judge(schedule, schedule.Firings()).Find(new(date, date, open), Schedules.Bangkok(now), paused).Select(found => $"{found.Verdict}: {found}")];
    }
}
