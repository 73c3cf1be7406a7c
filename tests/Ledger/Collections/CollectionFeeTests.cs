using Cycle.Ledger.Collections;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tests.Tariffs;

namespace Cycle.Ledger.Tests.Collections;

/// <summary>The collection fee: 20,000.00 in 2026 make a minimum of 1,600.00 due Wednesday 2 September; the second, 1,638.00, is due 2 October.</summary>
public sealed class CollectionFeeTests
{
    private static Scenario Owing => Scenario.WithStatementDay(18).Purchase("P1", "20,000.00", "2026-08-01");

    [Fact]
    public void One_overdue_cycle_costs_50_on_the_day_after_the_due_date_and_two_cost_100()
    {
        Text(Owing.Through("2026-09-02")).ShouldBeEmpty();
        Text(Owing.Through("2026-10-10")).ShouldBe(["2026-09-03 FeeCollection 50.00", "2026-10-03 FeeCollection 100.00"]);
    }

    [Fact]
    public void It_is_posted_the_calendar_day_after_the_effective_due_date()
    {
        // 2 November 2026 is a Monday; made a holiday with the 3rd, the 4th is judged on the 5th.
        var play = Scenario.WithStatementDay(18).Holidays("2026-11-02", "2026-11-03")
            .Purchase("P1", "20,000.00", "2026-10-01").Through("2026-11-10");

        Text(play).ShouldBe(["2026-11-05 FeeCollection 50.00"]);
    }

    [Fact]
    public void It_falls_on_a_saturday_too()
    {
        // Due Friday 2 October.
        var play = Scenario.WithStatementDay(18).Purchase("P1", "20,000.00", "2026-09-01").Through("2026-10-05");

        Text(play).ShouldBe(["2026-10-03 FeeCollection 50.00"]);
        play.CollectionPostings.Single().PostingId.ShouldBe("collection:A1:2026-10-03");
    }

    [Theory]
    [InlineData("600.00")] // exactly 1,000.00 is missing
    [InlineData("1,600.00")]
    public void One_thousand_baht_overdue_or_less_costs_nothing(string paid) =>
        Text(Owing.Pay(paid, "2026-09-02").Through("2026-09-10")).ShouldBeEmpty();

    [Fact]
    public void One_satang_more_than_one_thousand_costs_the_fee() =>
        Text(Owing.Pay("599.99", "2026-09-02").Through("2026-09-10")).ShouldBe(["2026-09-03 FeeCollection 50.00"]);

    [Fact]
    public void A_payment_after_the_due_date_does_not_undo_it() =>
        Text(Owing.Pay("20,000.00", "2026-09-03").Through("2026-09-10")).ShouldBe(["2026-09-03 FeeCollection 50.00"]);

    [Fact]
    public void A_payment_in_time_that_arrives_with_the_night_of_the_fee_prevents_it() =>
        Text(Owing.Pay("1,600.00", "2026-09-02", posted: "2026-09-03").Through("2026-09-10")).ShouldBeEmpty();

    [Fact]
    public void A_payment_in_time_that_arrives_later_is_credited_that_night()
    {
        var play = Owing.Pay("1,600.00", "2026-09-02", posted: "2026-09-05").Through("2026-09-18");

        Text(play).ShouldBe(["2026-09-03 FeeCollection 50.00", "2026-09-05 FeeCollectionCredit 50.00"]);
        play.CollectionPostings[1].OriginalPostingId.ShouldBe("collection:A1:2026-09-03");
        play.CollectionPostings[1].PostingId.ShouldBe("collection-credit-2026-09-03:A1:2026-09-05");
        play.Statement("2026-09-18").Fees.ShouldBe(Money.Zero);
    }

    [Fact]
    public void A_judgement_that_falls_from_two_cycles_to_one_is_credited_in_part_and_again_when_it_falls_further()
    {
        var play = Owing
            .Pay("1,600.00", "2026-10-02", posted: "2026-10-05")
            .Pay("638.00", "2026-10-02", posted: "2026-10-07")
            .Through("2026-10-10");

        Text(play).ShouldBe(
        [
            "2026-09-03 FeeCollection 50.00", "2026-10-03 FeeCollection 100.00",
            "2026-10-05 FeeCollectionCredit 50.00", "2026-10-07 FeeCollectionCredit 50.00",
        ]);
    }

    [Fact]
    public void A_credit_counts_neither_for_grace_nor_for_the_minimum()
    {
        // The refund arrives late, caps what was overdue at 500.00 and so takes the fee back; the minimum stays unpaid.
        var play = Owing.Refund("19,500.00", "2026-09-01", taken: "2026-09-05").Through("2026-09-10");

        Text(play).ShouldBe(["2026-09-03 FeeCollection 50.00", "2026-09-05 FeeCollectionCredit 50.00"]);
        play.OverdueOn("2026-09-10").ShouldBe(new(1, Baht("500.00")));
        Ledger.Billing.Positions.PaidSinceStatement(play.Nights.Cycle, Day("2026-09-10")).ShouldBe(Money.Zero);
    }

    [Fact]
    public void After_the_next_cut_the_fee_stands_because_value_dates_cannot_reach_back() =>
        Text(Owing.Pay("1,600.00", "2026-09-02", posted: "2026-09-19").Through("2026-09-25"))
            .ShouldBe(["2026-09-03 FeeCollection 50.00"]);

    [Fact]
    public void A_due_date_behind_the_next_cut_is_judged_all_the_same()
    {
        // The statement of 18 August is due 2 September; the account is cut again on 30 August, which is due 14 September.
        var moved = Owing.StatementDayChanges(30, from: "2026-08-20");

        moved.Through("2026-08-30").State.OlderDueDatesToCome.ShouldBe([Day("2026-09-02")]);
        Text(moved.Through("2026-09-20")).ShouldBe(["2026-09-03 FeeCollection 50.00", "2026-09-15 FeeCollection 100.00"]);
    }

    [Fact]
    public void Two_fees_of_one_cycle_are_judged_again_each_by_its_own_credits()
    {
        // The payment for the first due date arrives after both fees, what was missing for the second a night later.
        var play = Owing.StatementDayChanges(30, from: "2026-08-20")
            .Pay("1,600.00", "2026-09-02", posted: "2026-09-16")
            .Pay("1,000.00", "2026-09-14", posted: "2026-09-17")
            .Through("2026-09-20");

        play.CollectionPostings.Select(p => $"{p.PostingId} {p.Amount}").ShouldBe(
        [
            "collection:A1:2026-09-03 50.00", "collection:A1:2026-09-15 100.00",
            "collection-credit-2026-09-03:A1:2026-09-16 50.00", "collection-credit-2026-09-15:A1:2026-09-16 50.00",
            "collection-credit-2026-09-15:A1:2026-09-17 50.00",
        ]);
    }

    [Fact]
    public void A_due_date_that_is_the_next_cut_itself_is_judged_the_day_after()
    {
        var moved = Owing.StatementDayChanges(2, from: "2026-08-20");

        moved.Through("2026-09-02").State.OlderDueDatesToCome.ShouldBe([Day("2026-09-02")]);
        Text(moved.Through("2026-09-10")).ShouldBe(["2026-09-03 FeeCollection 50.00"]);
    }

    [Fact]
    public void After_a_cut_nothing_older_is_left_to_judge_where_due_dates_come_before_cuts() =>
        Owing.Through("2026-09-18").State.OlderDueDatesToCome.ShouldBeEmpty();

    [Theory]
    [InlineData("2026-09-02", "50.00")]
    [InlineData("2026-09-03", null)]
    public void A_fee_that_another_system_posted_days_after_the_due_date_is_judged_by_that_due_date(string paid, string? credited) =>
        Credits(feePosted: "2026-09-05", paid).ShouldBe(credited is null ? [] : [Baht(credited)]);

    [Fact]
    public void A_fee_of_another_system_stands_where_no_minimum_was_due_before_it() =>
        Credits(feePosted: "2026-08-25", paid: "2026-08-24").ShouldBeEmpty();

    [Fact]
    public void Judging_the_same_night_again_makes_nothing_twice()
    {
        var play = Owing.Through("2026-09-03");

        CollectionFee.Judge(play.Nights.Cycle, Day("2026-09-03"), play.Nights.Tariff).ShouldBeEmpty();
    }

    [Fact]
    public void The_terms_in_force_on_the_posting_date_apply()
    {
        var dear = ShippedTariffs.Gsb2026 with
        {
            Collection = new(
            [
                new(Day("2026-01-01"), new(Baht("1,000.00"), Baht("50.00"), Baht("100.00"))),
                new(Day("2026-09-03"), new(Baht("1,599.99"), Baht("60.00"), Baht("120.00"))),
            ]),
        };

        Text(Owing.Under(dear).Through("2026-09-10")).ShouldBe(["2026-09-03 FeeCollection 60.00"]);
    }

    /// <summary>What is credited on 10 September of a fee that came with the account, once 1,600.00 paid on a date arrive.</summary>
    private static IReadOnlyList<Money> Credits(string feePosted, string paid)
    {
        var play = Owing.Through("2026-08-20");
        var fee = Of(PostingKind.FeeCollection, "50.00", Day(feePosted));
        var cycle = play.Nights.Cycle with { Postings = [fee, Of(PostingKind.Payment, "1,600.00", Day(paid))] };
        return [.. CollectionFee.Judge(cycle, Day("2026-09-10"), play.Nights.Tariff).Select(credit => credit.Amount)];
    }

    private static Posting Of(PostingKind kind, string amount, DateOnly date) => new(
        $"X{kind}", CardId: "", kind, date, date, date, date, CurrencyAmount.OfBaht(Baht(amount)), Baht(amount), PostingFees.None, Merchant: "");

    private static IReadOnlyList<string> Text(Played play) =>
        [.. play.CollectionPostings.Select(p => $"{p.PostingDate:yyyy-MM-dd} {p.Kind} {p.Amount}")];
}
