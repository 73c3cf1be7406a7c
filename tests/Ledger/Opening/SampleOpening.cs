using Cycle.Ledger.Accounts;
using Cycle.Ledger.Calendar;
using Cycle.Ledger.Opening;
using Cycle.Ledger.Postings;
using static Cycle.Ledger.Tests.Scenarios.Shorthand;

namespace Cycle.Ledger.Tests.Opening;

/// <summary>An account with one record of each kind, and short ways to change one thing of it.</summary>
internal sealed record SampleOpening(OpeningHead Head, IReadOnlyList<OpeningRecord> Records)
{
    /// <summary>Statement day 18, 15 due days; opened a week after the last statement.</summary>
    public static readonly OpeningTerms Terms = new(
        new([new(DateOnly.MinValue, 18, Secured: false)]), DueDays: 15, HolidayCalendar.WeekendsOnly, Day("2026-08-25"));

    /// <summary>An account that is right: 9,955.20 owed on the statement of 18 August.</summary>
    public static SampleOpening Right => new(
        new("A1", Day("2026-08-18"), Day("2026-09-02"), Baht("9,955.20"), Baht("2,500.00")),
        [
            new OpeningItem(
                "P1", "C1", PostingKind.Purchase, Day("2026-07-25"), Day("2026-07-27"), Day("2026-08-18"),
                CurrencyAmount.OfBaht(Baht("5,000.00")), Baht("5,000.00"), Baht("4,000.00"), Grace.Pending, "Shop"),
            new OpeningReduction("P1", Day("2026-08-01"), Baht("600.00")),
            new OpeningReduction("P1", Day("2026-08-10"), Baht("400.00")),
            new OpeningItem(
                "C7", "C1", PostingKind.CashAdvance, Day("2026-06-20"), Day("2026-06-21"), Day("2026-07-18"),
                new CurrencyAmount("USD", 100_00), Baht("3,500.00"), Baht("3,500.00"), Grace.None, ""),
            new OpeningItem(
                "P0", "C1", PostingKind.Purchase, Day("2026-05-25"), Day("2026-05-27"), Day("2026-06-18"),
                CurrencyAmount.OfBaht(Baht("900.00")), Baht("900.00"), Money.Zero, Grace: null, "Old shop"),
            new OpeningPlan(
                "N1", "C1", Day("2026-07-01"), Day("2026-07-02"), CurrencyAmount.OfBaht(Baht("6,000.00")), Baht("6,000.00"), 6, 2,
                "Furniture"),
            new OpeningPart("N1", 1, Day("2026-07-18"), Baht("1,000.00"), Grace.Kept),
            new OpeningPart("N1", 2, Day("2026-08-18"), Baht("1,000.00"), Grace.Pending),
            new OpeningFee("C7", "", "FEE_CASH_ADVANCE", Day("2026-06-21"), Day("2026-07-18"), Baht("105.00"), Money.Zero),
            new OpeningFee("C7", "", "FEE_FX_RISK", Day("2026-06-21"), Day("2026-07-18"), Baht("87.50"), Money.Zero),
            new OpeningFee("F1", "", "FEE_COLLECTION", Day("2026-08-04"), Day("2026-08-18"), Baht("50.00"), Baht("50.00")),
            new OpeningFee("F2", "C1", "FEE_ANNUAL", Day("2026-08-20"), null, Baht("1,500.00"), Baht("1,500.00")),
            new OpeningInterest(Day("2026-07-18"), Baht("42.00"), Baht("357.80") - Baht("320.00")),
            new OpeningInterest(Day("2026-08-18"), Baht("367.40"), Baht("367.40")),
            new OpeningBucket(Day("2026-07-18"), Day("2026-08-03"), Baht("1,000.00"), Baht("1,000.00")),
        ]);

    public OpeningAccount Account => new(Head, Records);

    /// <summary>What the check says, in its order.</summary>
    public IReadOnlyList<string> Problems => [.. OpeningCheck.Problems(Account, Terms)];

    /// <summary>With another head.</summary>
    public SampleOpening With(Func<OpeningHead, OpeningHead> change) => this with { Head = change(Head) };

    /// <summary>With one record of a kind changed; fails when there is none or more than one.</summary>
    public SampleOpening With<T>(Func<T, bool> which, Func<T, T> change)
        where T : OpeningRecord
    {
        var old = Records.OfType<T>().Single(which);
        return this with { Records = [.. Records.Select(record => ReferenceEquals(record, old) ? change(old) : record)] };
    }

    /// <summary>With one record more.</summary>
    public SampleOpening And(OpeningRecord record) => this with { Records = [.. Records, record] };
}
