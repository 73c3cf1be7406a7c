using Cycle.Ledger.Calendar;

namespace Cycle.Ledger.Tests.Calendar;

public sealed class HolidayCalendarTests
{
    private static readonly HolidayCalendar Songkran = new([Day("2026-04-13"), Day("2026-04-14"), Day("2026-04-15")]);

    [Theory]
    [InlineData("2026-09-02", "2026-09-02")] // a Wednesday
    [InlineData("2026-09-05", "2026-09-07")] // a Saturday
    [InlineData("2026-09-06", "2026-09-07")] // a Sunday
    [InlineData("2026-04-11", "2026-04-16")] // a weekend that runs into three holidays
    [InlineData("2026-04-15", "2026-04-16")]
    public void A_date_that_is_no_business_day_moves_to_the_next_one(string date, string expected) =>
        Songkran.BusinessDayOnOrAfter(Day(date)).ShouldBe(Day(expected));

    [Fact]
    public void Without_a_holiday_table_weekends_alone_count()
    {
        HolidayCalendar.WeekendsOnly.IsBusinessDay(Day("2026-04-13")).ShouldBeTrue();
        HolidayCalendar.WeekendsOnly.IsBusinessDay(Day("2026-04-12")).ShouldBeFalse();
    }
}
