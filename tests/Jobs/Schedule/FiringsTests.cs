using Cycle.Jobs.Schedule;

namespace Cycle.Jobs.Tests.Schedule;

/// <summary>When a job fires and for which date, by the wall clock of Bangkok.</summary>
public sealed class FiringsTests
{
    [Theory]
    [InlineData("2026-08-17 23:59", "2026-08-18 00:10")]
    [InlineData("2026-08-18 00:09", "2026-08-18 00:10")]
    [InlineData("2026-08-18 00:10", "2026-08-19 00:10")]
    [InlineData("2026-12-31 12:00", "2027-01-01 00:10")]
    [InlineData("2028-02-28 12:00", "2028-02-29 00:10")]
    public void NextFiring_IsByTheDayInBangkok_WhenUtcIsStillOnTheDayBefore(string now, string next)
    {
        var firings = (Schedules.Nightly with { At = new(0, 10) }).Firings();

        firings.NextAfter(Schedules.Bangkok(now).ToUniversalTime()).ShouldBe(Schedules.Bangkok(next));
    }

    [Theory]
    [InlineData("2026-08-18 01:29", "2026-08-16")]
    [InlineData("2026-08-18 01:30", "2026-08-17")]
    [InlineData("2026-08-18 23:59", "2026-08-17")]
    public void DueDate_IsTheDayBefore_WhenTheNightBeginsAfterMidnight(string now, string due) =>
        Schedules.Nightly.Firings().DueAt(Schedules.Bangkok(now)).ShouldBe(Schedules.Date(due));

    [Theory]
    [InlineData("2026-08-18 22:59", "2026-08-17")]
    [InlineData("2026-08-18 23:00", "2026-08-18")]
    [InlineData("2026-08-19 06:00", "2026-08-18")]
    public void DueDate_IsTheSameDay_WhenTheNightBeginsInTheEvening(string now, string due) =>
        (Schedules.Nightly with { At = new(23, 0), BusinessDate = FiringDate.SameDay }).Firings()
            .DueAt(Schedules.Bangkok(now)).ShouldBe(Schedules.Date(due));

    [Theory]
    [InlineData(HolidayPolicy.Run, "2026-12-05 01:30", "2026-12-04")]
    [InlineData(HolidayPolicy.AfterHoliday, "2026-12-06 01:30", "2026-12-05")]
    [InlineData(HolidayPolicy.BusinessDays, "2026-12-08 01:30", "2026-12-07")]
    public void NextFiring_PassesOverHolidays_AsThePolicySays(HolidayPolicy policy, string next, string date)
    {
        // Saturday the 5th and Monday the 7th are in the table; Sunday the 6th is a Sunday only.
        var firings = (Schedules.Nightly with { Holidays = policy }).Firings(Schedules.Date("2026-12-05"), Schedules.Date("2026-12-07"));

        var firing = firings.NextAfter(Schedules.Bangkok("2026-12-04 12:00"));

        firing.ShouldBe(Schedules.Bangkok(next));
        firings.DateOf(firing).ShouldBe(Schedules.Date(date));
    }

    [Fact]
    public void DatesOfHolidays_BelongToTheFiringAfterThem_WhenNothingFiresOnAHoliday()
    {
        var firings = (Schedules.Nightly with { Holidays = HolidayPolicy.BusinessDays }).Firings(Schedules.Date("2026-12-07"));

        foreach (var date in (string[])["2026-12-04", "2026-12-05", "2026-12-06", "2026-12-07"])
        {
            firings.For(Schedules.Date(date)).ShouldBe(Schedules.Bangkok("2026-12-08 01:30"), date);
        }

        firings.DueAt(Schedules.Bangkok("2026-12-08 01:29")).ShouldBe(Schedules.Date("2026-12-03"));
        firings.DueAt(Schedules.Bangkok("2026-12-08 01:30")).ShouldBe(Schedules.Date("2026-12-07"));
    }

    [Fact]
    public void Firing_IsRefusedWithWords_WhenEveryDayIsAHoliday()
    {
        var holidays = Enumerable.Range(0, 400).Select(Schedules.Date("2026-01-01").AddDays).ToArray();
        var firings = (Schedules.Nightly with { Holidays = HolidayPolicy.AfterHoliday }).Firings(holidays);

        Should.Throw<InvalidOperationException>(() => firings.NextAfter(Schedules.Bangkok("2026-03-01 12:00"))).Message.ShouldBe(
            "NIGHT finds no day to fire within 60 days of 2026-03-02: all of them are in the holiday table. Correct the table.");
    }

    [Fact]
    public void Bangkok_IsSevenHoursAhead_WithAndWithoutATimeZoneDatabase()
    {
        var unknown = BangkokTime.Find("Nowhere/Unknown");

        unknown.Id.ShouldBe("Asia/Bangkok");
        foreach (var zone in (TimeZoneInfo[])[unknown, BangkokTime.Zone])
        {
            foreach (var month in Enumerable.Range(1, 12))
            {
                zone.GetUtcOffset(new DateTime(2026, month, 1, 0, 0, 0, DateTimeKind.Utc)).ShouldBe(TimeSpan.FromHours(7));
            }
        }

        BangkokTime.InUtc(new(1, 30)).ShouldBe(new TimeOnly(18, 30));
    }
}
