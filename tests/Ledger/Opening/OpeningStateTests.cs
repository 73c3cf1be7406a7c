using Cycle.Ledger.Accounts;
using Cycle.Ledger.Interest;
using Cycle.Ledger.Journal;
using Cycle.Ledger.Opening;
using Cycle.Ledger.Postings;
using static Cycle.Ledger.Tests.Scenarios.Shorthand;

namespace Cycle.Ledger.Tests.Opening;

/// <summary>What an opened account becomes: a state, postings and an entry.</summary>
public sealed class OpeningStateTests
{
    private static OpeningAccount Right => SampleOpening.Right.Account;

    private static AccountState State => OpeningState.Of(Right, SampleOpening.Terms.Calendar);

    [Fact]
    public void Statement_IsTheLastOne_WithTheEffectiveDueDateOfThisCalendar() => State.LastStatement.ShouldBe(
        new(Day("2026-08-18"), Day("2026-09-02"), Day("2026-09-02"), Baht("9,955.20"), Baht("2,500.00")));

    [Fact]
    public void Balance_IsTheStatedOne_WhenThereIsNoProblem() => State.Balance.ShouldBe(Baht("9,955.20"));

    [Fact]
    public void Items_StandInTheOrderInWhichTheyArePaid_Always() => State.Items
        .Select(item => $"{item.PostingId}/{item.Part} {item.Kind} {item.BilledOn:MM-dd} {item.Grace} {item.Principal}").ShouldBe(
        [
            "C7/0 CashAdvance 07-18 None 3500.00",
            "N1/1 Instalment 07-18 Kept 1000.00",
            "P1/0 Purchase 08-18 Pending 4000.00",
            "N1/2 Instalment 08-18 Pending 1000.00",
        ]);

    [Fact]
    public void UndecidedItem_WouldAccrueFromItsPostingDate_OnWhatWasOutstandingEachDay() =>
        State.Items.Single(item => item.PostingId == "P1").Steps.ShouldBe(
        [
            new(Day("2026-07-27"), Baht("5,000.00")), new(Day("2026-08-01"), Baht("4,400.00")), new(Day("2026-08-10"), Baht("4,000.00")),
        ]);

    [Fact]
    public void LostItem_AccruesFromTheDayAfterTheLastStatement_WhichBilledAllBefore() =>
        State.Items.Single(item => item.Kind == ItemKind.CashAdvance).Steps.ShouldBe([new(Day("2026-08-19"), Baht("3,500.00"))]);

    [Fact]
    public void Fees_AreTheOpenBilledOnes_NotThosePaidOrSinceTheStatement() =>
        State.Fees.ShouldBe([new("F1", "FEE_COLLECTION", Day("2026-08-04"), Day("2026-08-18"), Baht("50.00"))]);

    [Fact]
    public void Buckets_EndWithTheLastMinimumWhole_AfterTheStatedOnes() => State.Buckets.ShouldBe(
    [
        new(Day("2026-07-18"), Day("2026-08-03"), Baht("1,000.00")), new(Day("2026-08-18"), Day("2026-09-02"), Baht("2,500.00")),
    ]);

    [Fact]
    public void Plan_GoesOnWithItsNextPart_WhenPartsAreToCome() =>
        State.Plans.ShouldBe([new("N1", "C1", Day("2026-07-01"), "Furniture", Baht("6,000.00"), 6, 2)]);

    [Fact]
    public void Everything_StandsInItsOrder_HoweverTheFileHasIt()
    {
        var more = SampleOpening.Right
            .And(new OpeningFee("C7", "", "FEE_CASH_ADVANCE_VAT", Day("2026-06-21"), Day("2026-07-18"), Baht("8.00"), Baht("8.00")))
            .And(new OpeningFee("C7", "", "FEE_TAX_PAYMENT", Day("2026-06-21"), Day("2026-07-18"), Baht("9.00"), Baht("9.00")))
            .And(new OpeningFee("F0", "", "FEE_COLLECTION", Day("2026-08-04"), Day("2026-08-18"), Baht("50.00"), Baht("50.00")))
            .And(new OpeningFee("F9", "", "FEE_COLLECTION", Day("2026-08-03"), Day("2026-08-18"), Baht("50.00"), Baht("50.00")))
            .And(new OpeningItem(
                "P3", "C1", PostingKind.TaxPayment, Day("2026-07-26"), Day("2026-07-26"), Day("2026-08-18"),
                CurrencyAmount.OfBaht(Baht("1.00")), Baht("1.00"), Baht("1.00"), Grace.Kept, ""))
            .And(new OpeningItem(
                "P2", "C1", PostingKind.Purchase, Day("2026-07-27"), Day("2026-07-27"), Day("2026-08-18"),
                CurrencyAmount.OfBaht(Baht("2.00")), Baht("2.00"), Baht("2.00"), Grace.Kept, ""))
            .And(new OpeningPart("N1", 3, Day("2026-08-18"), Baht("3.00"), Grace.Kept))
            .And(Plan("N2", months: 3, partsBilled: 3)).And(Plan("N0", months: 3, partsBilled: 2))
            .And(new OpeningBucket(Day("2026-06-18"), Day("2026-07-03"), Baht("700.00"), Baht("70.00")));

        var state = OpeningState.Of(new(more.Head, [.. more.Records.Reverse()]), SampleOpening.Terms.Calendar);

        state.Fees.Select(fee => $"{fee.PostingId} {fee.Kind}").ShouldBe(
            ["C7 FEE_CASH_ADVANCE_VAT", "C7 FEE_TAX_PAYMENT", "F9 FEE_COLLECTION", "F0 FEE_COLLECTION", "F1 FEE_COLLECTION"]);
        state.Interest.Select(interest => interest.BilledOn).ShouldBe([Day("2026-07-18"), Day("2026-08-18")]);
        state.Items.Select(item => $"{item.PostingId}/{item.Part} {item.Kind}").ShouldBe(
            ["C7/0 CashAdvance", "N1/1 Instalment", "P3/0 TaxPayment", "P1/0 Purchase", "P2/0 Purchase", "N1/2 Instalment", "N1/3 Instalment"]);
        state.Plans.Select(plan => plan.PostingId).ShouldBe(["N0", "N1"]);
        state.Buckets.Select(bucket => bucket.StatementDate).ShouldBe([Day("2026-06-18"), Day("2026-07-18"), Day("2026-08-18")]);
    }

    [Fact]
    public void Part_AccruesFromItsStatementWhileUndecided_AndElseFromTheDayAfterTheLastOne() =>
        State.Items.Where(item => item.PostingId == "N1").SelectMany(item => item.Steps).ShouldBe(
            [new(Day("2026-08-19"), Baht("1,000.00")), new(Day("2026-08-18"), Baht("1,000.00"))]);

    [Fact]
    public void Buckets_AreTheStatedOnes_WhenTheLastStatementAskedForNothing() =>
        OpeningState.Of(SampleOpening.Right.With(head => head with { MinimumPayment = Money.Zero }).Account, SampleOpening.Terms.Calendar)
            .Buckets.Select(bucket => bucket.StatementDate).ShouldBe([Day("2026-07-18")]);

    [Theory]
    [InlineData("2026-08-17", "2026-07-18")]
    [InlineData("2026-08-18", "2026-07-18")]
    [InlineData("2026-08-19", "2026-08-18")]
    public void LastCut_IsTheLastStatementDayBeforeTheNight(string night, string expected) =>
        (SampleOpening.Terms with { BusinessDate = Day(night) }).LastCut.ShouldBe(Day(expected));

    [Fact]
    public void Postings_CountAsTakenOnTheLastCut_ExceptWhatWasChargedSince() => OpeningPostings.Of(Right, Day("2026-08-25"))
        .Select(posting => $"{posting.PostingId} {posting.Kind} {posting.Amount} {posting.Fees.Total} {posting.Original.Currency} "
            + $"{posting.InstalmentMonths} value {posting.ValueDate:MM-dd} taken {posting.TakenOn:MM-dd}").ShouldBe(
        [
            "P1 Purchase 5000.00 0.00 THB  value 07-27 taken 08-18",
            "C7 CashAdvance 3500.00 192.50 USD  value 06-21 taken 08-18",
            "P0 Purchase 900.00 0.00 THB  value 05-27 taken 08-18",
            "N1 Purchase 6000.00 0.00 THB 6 value 07-02 taken 08-18",
            "F1 FeeCollection 50.00 0.00 THB  value 08-04 taken 08-18",
            "F2 FeeAnnual 1500.00 0.00 THB  value 08-20 taken 08-25",
        ]);

    [Fact]
    public void Entry_BalancesAgainstOpeningBalances_WithPartsToComeBesideTheReceivables()
    {
        var entry = OpeningEntries.Of(State).ShouldHaveSingleItem();

        $"{entry.Kind} {entry.Reference}".ShouldBe("OPENING 2026-08-18");
        entry.Lines.Select(line => $"{line.GlAccount} {line.Debit} {line.Credit}").ShouldBe(
        [
            "RECEIVABLE_PRINCIPAL 9500.00 0.00", "RECEIVABLE_INTEREST 405.20 0.00", "RECEIVABLE_FEES 50.00 0.00",
            "INSTALMENT_PLANS 4000.00 0.00", "OPENING_BALANCES 0.00 13955.20",
        ]);
        entry.BalanceEffect.ShouldBe(State.Balance);
    }

    [Fact]
    public void Entry_DebitsOpeningBalances_WhenItIsACreditBalance() => OpeningEntries.Of(CreditBalance)
        .ShouldHaveSingleItem().Lines.Select(line => $"{line.GlAccount} {line.Debit} {line.Credit}")
        .ShouldBe(["CUSTOMER_CREDIT 0.00 250.00", "OPENING_BALANCES 250.00 0.00"]);

    [Fact]
    public void Entry_IsNone_WhenNothingIsOwed() => OpeningEntries.Of(CreditBalance with { Credit = Money.Zero }).ShouldBeEmpty();

    private static OpeningPlan Plan(string id, int months, int partsBilled) => new(
        id, "C1", Day("2026-05-01"), Day("2026-05-02"), CurrencyAmount.OfBaht(Baht("300.00")), Baht("300.00"), months, partsBilled, "");

    private static AccountState CreditBalance => OpeningState.Of(
        new(new("A1", Day("2026-08-18"), Day("2026-09-02"), Baht("-250.00"), Money.Zero), []), SampleOpening.Terms.Calendar);
}
