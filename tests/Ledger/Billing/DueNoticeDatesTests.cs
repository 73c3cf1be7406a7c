using Cycle.Ledger.Billing;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Billing;

public sealed class DueNoticeDatesTests
{
    private static readonly DateOnly Change = new(2026, 8, 28);

    [Theory]
    [InlineData(3, 3, 0, "2026-08-31", "2026-08-31")]
    [InlineData(3, 6, -1, "2026-08-30", "2026-08-30")]
    [InlineData(3, 6, 0, "2026-08-31", "2026-09-03")]
    [InlineData(3, 6, 1, "2026-09-04", "2026-09-04")]
    [InlineData(6, 3, -1, "2026-09-02", "2026-09-02")]
    [InlineData(6, 3, 0, "2026-08-31", "2026-08-31")]
    [InlineData(6, 3, 3, "2026-09-03", "2026-09-03")]
    [InlineData(1, 31, 0, "2026-08-29", "2026-09-28")]
    [InlineData(31, 1, 30, "2026-09-28", "2026-09-28")]
    public void A_night_tells_of_the_date_its_days_ahead_and_of_those_passed_over_when_the_number_rose(
        int before, int after, int nights, string first, string last) =>
        DueNoticeDates.On(Change.AddDays(nights), date => date < Change ? before : after).ShouldBe((Day(first), Day(last)));

    [Theory]
    [InlineData(3, 6)]
    [InlineData(6, 3)]
    [InlineData(1, 31)]
    [InlineData(31, 1)]
    public void A_due_date_is_told_of_first_on_the_first_night_on_or_after_its_notice_day(int before, int after)
    {
        int Days(DateOnly date) => date < Change || date > Change.AddDays(4) ? before : after;
        var nights = Enumerable.Range(-60, 160).Select(Change.AddDays).ToList();
        var told = nights.SelectMany(night => Between(DueNoticeDates.On(night, Days)).Select(due => (Night: night, Due: due))).ToList();

        foreach (var due in Enumerable.Range(0, 60).Select(Change.AddDays))
        {
            told.Where(one => one.Due == due).Min(one => one.Night).ShouldBe(nights.First(night => night.AddDays(Days(night)) >= due));
        }

        told.Where(one => one.Night >= one.Due || one.Night.AddDays(Days(one.Night)) < one.Due).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-08-18", "2026-09-02,2026-09-07")]
    [InlineData("2026-02-28", "2026-03-12,2026-03-13,2026-03-14,2026-03-15,2026-03-17,2026-03-18,2026-03-19,2026-03-20")]
    [InlineData("2026-04-30", "2026-05-14,2026-05-15,2026-05-19,2026-05-20")]
    public void Statements_of_a_date_are_due_by_every_nominal_day_that_can_be_cut_on_it(string cut, string expected) =>
        DueNoticeDates.OfStatements(Day(cut), [Of(15), Of(20), Of(15)]).Select(due => $"{due:yyyy-MM-dd}").ShouldBe(expected.Split(','));

    private static IEnumerable<DateOnly> Between((DateOnly First, DateOnly Last) dates) =>
        Enumerable.Range(0, dates.Last.DayNumber - dates.First.DayNumber + 1).Select(dates.First.AddDays);

    private static Product Of(int dueDays)
    {
        var none = new Dated<Money>(new DatedValue<Money>(DateOnly.MinValue, Money.Zero));
        return new($"P{dueDays}", "", new(new DatedValue<int>(DateOnly.MinValue, dueDays)), none, none, none, none);
    }
}
