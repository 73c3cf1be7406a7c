using Cycle.Ledger.Accounts;
using Cycle.Ledger.Calendar;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Calendar;

public sealed class MonthDayTests
{
    [Theory]
    [InlineData(2026, 1, 31, "2026-01-31")]
    [InlineData(2026, 2, 31, "2026-02-28")]
    [InlineData(2028, 2, 31, "2028-02-29")]
    [InlineData(2026, 3, 31, "2026-03-31")]
    [InlineData(2026, 4, 31, "2026-04-30")]
    [InlineData(2026, 2, 29, "2026-02-28")]
    [InlineData(2026, 2, 30, "2026-02-28")]
    [InlineData(2026, 2, 1, "2026-02-01")]
    public void A_nominal_day_is_clamped_to_each_months_end_from_the_nominal_day(int year, int month, int day, string expected) =>
        MonthDay.Clamped(year, month, day).ShouldBe(Day(expected));

    [Theory]
    [InlineData("2026-08-18", 18, 15, "2026-09-02")]
    [InlineData("2026-08-18", 18, 20, "2026-09-07")]
    [InlineData("2026-12-18", 18, 15, "2027-01-02")]
    [InlineData("2026-01-16", 16, 15, "2026-01-31")]
    [InlineData("2026-02-16", 16, 15, "2026-02-28")]
    [InlineData("2028-02-16", 16, 15, "2028-02-29")]
    [InlineData("2026-04-16", 16, 15, "2026-04-30")]
    [InlineData("2026-04-17", 17, 15, "2026-05-01")]
    [InlineData("2026-04-11", 11, 20, "2026-04-30")]
    [InlineData("2026-01-31", 31, 15, "2026-02-15")]
    [InlineData("2026-02-28", 31, 15, "2026-03-15")]
    [InlineData("2026-02-28", 31, 20, "2026-03-20")]
    [InlineData("2026-02-28", 29, 15, "2026-03-13")]
    [InlineData("2026-01-30", 30, 31, "2026-02-28")]
    [InlineData("2026-01-31", 31, 31, "2026-02-28")]
    [InlineData("2026-08-01", 1, 15, "2026-08-16")]
    public void The_nominal_due_date_counts_from_the_nominal_statement_day(
        string statement, int nominalDay, int dueDays, string expected) =>
        MonthDay.NominalDueDate(Day(statement), nominalDay, dueDays).ShouldBe(Day(expected));

    [Fact]
    public void The_nominal_due_date_is_never_later_than_the_due_days_after_the_statement()
    {
        var dates = Enumerable.Range(0, 366 + 365).Select(Day("2027-01-01").AddDays);

        dates.SelectMany(cut => Enumerable.Range(1, 31).Where(day => MonthDay.Is(cut, day)).SelectMany(day => Enumerable.Range(1, Product.MostDueDays)
                .Select(dueDays => (cut, day, dueDays, Took: MonthDay.NominalDueDate(cut, day, dueDays).DayNumber - cut.DayNumber))))
            .Where(due => due.Took < 0 || due.Took > due.dueDays).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-02-28", 31, true)]
    [InlineData("2026-02-28", 28, true)]
    [InlineData("2026-02-27", 28, false)]
    [InlineData("2026-03-30", 31, false)]
    [InlineData("2026-03-31", 31, true)]
    public void A_date_is_a_statement_day_when_it_is_the_clamped_day_of_its_month(string date, int nominalDay, bool expected) =>
        MonthDay.Is(Day(date), nominalDay).ShouldBe(expected);

    [Theory]
    [InlineData(29, "2026-01-29,2026-02-28,2026-03-29,2026-04-29")]
    [InlineData(30, "2026-01-30,2026-02-28,2026-03-30,2026-04-30")]
    [InlineData(31, "2026-01-31,2026-02-28,2026-03-31,2026-04-30")]
    public void Cuts_at_the_months_end_tile_the_year(int nominalDay, string expected)
    {
        var history = new AccountHistory([new(DateOnly.MinValue, nominalDay, Secured: false)]);
        var cuts = new List<DateOnly>();
        for (var day = Day("2026-01-01"); cuts.Count < 4; day = cuts[^1].AddDays(1))
        {
            cuts.Add(history.CutOnOrAfter(day, DateOnly.MaxValue));
        }

        string.Join(',', cuts.Select(cut => cut.ToString("yyyy-MM-dd"))).ShouldBe(expected);
    }
}
