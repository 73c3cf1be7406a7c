using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tests.Postings;

public sealed class ValueDatesTests
{
    private static readonly DateOnly Cut = Day("2026-08-18");

    [Theory]
    [InlineData(PostingKind.Payment, "2026-09-01", "2026-09-03", "2026-09-01")]
    [InlineData(PostingKind.Purchase, "2026-09-01", "2026-09-03", "2026-09-03")]
    [InlineData(PostingKind.CashAdvance, "2026-07-01", "2026-09-03", "2026-09-03")]
    [InlineData(PostingKind.Refund, "2026-09-01", "2026-09-03", "2026-09-03")]
    [InlineData(PostingKind.Reversal, "2026-09-01", "2026-09-03", "2026-09-03")]
    [InlineData(PostingKind.FeePinReissue, "2026-09-01", "2026-09-03", "2026-09-03")]
    public void A_payment_counts_from_its_transaction_everything_else_from_its_posting(
        PostingKind kind, string transacted, string posted, string expected) =>
        ValueDates.Of(kind, Day(transacted), Day(posted), Cut).ShouldBe(Day(expected));

    [Theory]
    [InlineData(PostingKind.Payment, "2026-08-18", "2026-08-20")] // acted on the cut, booked after it
    [InlineData(PostingKind.Payment, "2026-08-10", "2026-08-10")]
    [InlineData(PostingKind.Purchase, "2026-08-17", "2026-08-18")]
    [InlineData(PostingKind.Refund, "2026-08-10", "2026-08-11")]
    public void What_arrives_for_a_closed_cycle_counts_from_the_day_after_the_cut(
        PostingKind kind, string transacted, string posted) =>
        ValueDates.Of(kind, Day(transacted), Day(posted), Cut).ShouldBe(Day("2026-08-19"));

    [Fact]
    public void The_day_after_the_cut_needs_no_moving() =>
        ValueDates.Of(PostingKind.Payment, Day("2026-08-19"), Day("2026-08-19"), Cut).ShouldBe(Day("2026-08-19"));

    [Fact]
    public void A_payment_never_counts_after_its_posting_date() =>
        ValueDates.Of(PostingKind.Payment, Day("2026-09-05"), Day("2026-09-03"), Cut).ShouldBe(Day("2026-09-03"));

    [Fact]
    public void An_account_never_cut_moves_nothing() =>
        ValueDates.Of(PostingKind.Payment, Day("2020-01-01"), Day("2026-09-03"), lastCut: null).ShouldBe(Day("2020-01-01"));
}
