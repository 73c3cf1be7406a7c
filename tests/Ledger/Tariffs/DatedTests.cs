using Cycle.Ledger.Accounts;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Tariffs;

public sealed class DatedTests
{
    private static readonly Dated<int> Term = new([new(Day("2026-01-01"), 1), new(Day("2026-06-01"), 2), new(Day("2027-01-01"), 3)]);

    [Theory]
    [InlineData("2020-01-01", 1)] // before its own date the first value holds
    [InlineData("2026-01-01", 1)]
    [InlineData("2026-05-31", 1)]
    [InlineData("2026-06-01", 2)]
    [InlineData("2026-12-31", 2)]
    [InlineData("2027-01-01", 3)]
    [InlineData("2099-01-01", 3)]
    public void The_value_in_force_is_the_last_begun(string date, int expected) => Term.On(Day(date)).ShouldBe(expected);

    [Theory]
    [InlineData("2020-01-01", "2026-06-01")]
    [InlineData("2026-05-31", "2026-06-01")]
    [InlineData("2026-06-01", "2027-01-01")]
    [InlineData("2027-01-01", null)]
    public void The_next_change_lies_after_the_date(string date, string? expected) =>
        Term.NextChangeAfter(Day(date)).ShouldBe(expected is null ? null : Day(expected));

    [Fact]
    public void A_term_has_at_least_one_value() => Should.Throw<ArgumentOutOfRangeException>(() => new Dated<int>([]));

    [Theory]
    [InlineData(0, "5,000.00", "0.00")]
    [InlineData(1, "1,000.00", "0.00")]
    [InlineData(1, "1,000.01", "50.00")]
    [InlineData(2, "1,000.00", "0.00")]
    [InlineData(2, "1,000.01", "100.00")]
    [InlineData(9, "99,000.00", "100.00")]
    public void The_collection_fee_goes_by_cycles_once_enough_is_overdue(int cycles, string overdue, string fee) =>
        ShippedTariffs.Gsb2026.Collection.On(default).FeeFor(cycles, Baht(overdue)).ShouldBe(Baht(fee));

    [Fact]
    public void An_accounts_terms_hold_like_a_tariffs()
    {
        var history = new AccountHistory(
            [new(Day("2026-01-01"), 18, false), new(Day("2026-08-20"), 25, true), new(Day("2026-10-01"), 31, true)]);

        history.On(Day("2020-01-01")).StatementDay.ShouldBe(18);
        history.On(Day("2026-08-19")).StatementDay.ShouldBe(18);
        history.On(Day("2026-08-20")).StatementDay.ShouldBe(25);
        history.NextChangeAfter(Day("2026-08-19")).ShouldBe(Day("2026-08-20"));
        history.NextChangeAfter(Day("2026-08-20")).ShouldBe(Day("2026-10-01"));
        history.NextChangeAfter(Day("2026-10-01")).ShouldBeNull();
        history.IsStatementDate(Day("2026-10-31")).ShouldBeTrue();
        history.CutOnOrAfter(Day("2026-08-18"), Day("2026-12-31")).ShouldBe(Day("2026-08-18"));
        history.CutOnOrAfter(Day("2026-08-19"), Day("2026-12-31")).ShouldBe(Day("2026-08-25"));
        history.CutOnOrAfter(Day("2026-08-19"), Day("2026-08-22")).ShouldBe(Day("2026-08-22"));
        Should.Throw<ArgumentOutOfRangeException>(() => new AccountHistory([]));
    }
}
