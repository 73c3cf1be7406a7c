using Cycle.Ledger.Accounts;
using Cycle.Ledger.Opening;
using Cycle.Ledger.Postings;
using static Cycle.Ledger.Tests.Scenarios.Shorthand;

namespace Cycle.Ledger.Tests.Opening;

/// <summary>Every refusal with its text: the first thing that does not fit is what a person reads.</summary>
public sealed class OpeningCheckTests
{
    private static SampleOpening Right => SampleOpening.Right;

    public static TheoryData<string> Refusals => [.. Cases.Keys];

    [Fact]
    public void Opening_HasNoProblem_WhenEverythingFits() => Right.Problems.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Opening_IsRefusedWithItsReason_WhenSomethingDoesNotFit(string expected) =>
        Cases[expected].Problems[0].ShouldBe(expected);

    [Fact]
    public void Opening_HasNoProblem_WhenDatesAreAsCloseAsTheyMay() => Right
        .With<OpeningPlan>(_ => true, plan => plan with { TransactionDate = plan.PostingDate })
        .With<OpeningItem>(item => item.PostingId == "P0", item => item with { TransactionDate = item.BilledOn, PostingDate = item.BilledOn })
        .With<OpeningReduction>(reduction => reduction.ValueDate == Day("2026-08-10"), reduction => reduction with { ValueDate = Day("2026-08-18") })
        .And(new OpeningPlan(
            "N3", "C1", Day("2026-05-01"), Day("2026-08-18"), CurrencyAmount.OfBaht(Baht("300.00")), Baht("300.00"), 3, 3, ""))
        .And(new OpeningFee("N3", "", "FEE_FX_RISK", Day("2026-08-18"), Day("2026-08-18"), Baht("7.50"), Money.Zero))
        .Problems.ShouldBeEmpty();

    [Fact]
    public void Opening_IsRefused_WhenABucketFellDueOnItsStatementDate() => Right
        .With<OpeningBucket>(_ => true, bucket => bucket with { EffectiveDueDate = bucket.StatementDate }).Problems.ShouldHaveSingleItem()
        .ShouldContain("has due_date 2026-07-18; a date after its statement");

    [Fact]
    public void Opening_IsToldOneThing_WhenOneThingIsWrongOfAFeeOrStatementOrReduction()
    {
        Right.With<OpeningFee>(fee => fee.PostingId == "F2", fee => fee with { Kind = "FEE_PIN_REISSUE", Outstanding = Baht("1.00") })
            .Problems.Count(problem => problem.Contains("'F2'", StringComparison.Ordinal)).ShouldBe(1);
        Right.With(head => head with { LastCut = Day("2026-07-18") }).Problems
            .Count(problem => problem.StartsWith("due_date", StringComparison.Ordinal)).ShouldBe(0);
        Right.And(new OpeningReduction("C7", Day("2026-08-30"), Baht("1.00"))).Problems
            .Count(problem => problem.Contains("'C7'", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Opening_HasNoProblem_WhenNoStatementWasMadeAndOnlyPaidItemsAreNamed()
    {
        var paid = Right.Records.OfType<OpeningItem>().Where(item => item.Outstanding.IsZero).ToList<OpeningRecord>();
        new SampleOpening(Right.Head with { DueDate = null, Balance = Money.Zero, MinimumPayment = Money.Zero }, paid)
            .Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Opening_HasNoProblem_WhenCollectionFeesOfSeveralDatesStandSinceTheLastStatement() => Right
        .And(CollectionFee("F3")).And(CollectionFee("F4") with { PostingDate = Day("2026-08-21") })
        .And(new OpeningFee("F5", "", "FEE_COLLECTION", Day("2026-08-04"), Day("2026-08-18"), Baht("50.00"), Money.Zero))
        .Problems.ShouldBeEmpty();

    [Fact]
    public void Opening_HasNoProblem_WhenItIsACreditBalance() =>
        new SampleOpening(Right.Head with { Balance = Baht("-250.00"), MinimumPayment = Money.Zero }, []).Problems.ShouldBeEmpty();

    private static Dictionary<string, SampleOpening> Cases => new()
    {
        // The sum.
        ["open principal 9500.00, fees 50.00 and interest 405.20 less a credit balance of 0.00 are 9955.20; the stated balance of 9955.21 expected."] =
            Right.With(head => head with { Balance = Baht("9,955.21") }),
        ["open principal 10400.00, fees 50.00 and interest 405.20 less a credit balance of 0.00 are 10855.20; the stated balance of 9955.20 expected."] =
            Right.With<OpeningItem>(item => item.PostingId == "P0", item => item with { Outstanding = item.Amount, Grace = Grace.Kept }),
        ["open principal 0.00, fees 0.00 and interest 1.00 less a credit balance of 250.00 are -249.00; the stated balance of -250.00 expected."] =
            new(Right.Head with { Balance = Baht("-250.00"), MinimumPayment = Money.Zero },
                [new OpeningInterest(Day("2026-08-18"), Baht("1.00"), Baht("1.00"))]),

        // The last statement.
        ["statement_date 2026-07-18; 2026-08-18 expected, the account's last statement day before the business date 2026-08-25."] =
            Right.With(head => head with { LastCut = Day("2026-07-18") }),
        ["statement_date 2026-08-19; 2026-08-18 expected, the account's last statement day before the business date 2026-08-25."] =
            Right.With(head => head with { LastCut = Day("2026-08-19") }),
        ["due_date 2026-09-07; 2026-09-02 expected, 15 days for statement day 18."] =
            Right.With(head => head with { DueDate = Day("2026-09-07") }),
        ["due_date is blank, so no statement was made, but the balance is 9955.20; 0.00 expected."] =
            Right.With(head => head with { DueDate = null }),
        ["minimum_payment 9955.21 of a balance of 9955.20; at most 9955.20 expected."] =
            Right.With(head => head with { MinimumPayment = Baht("9,955.21") }),
        ["minimum_payment 1.00 of a balance of -250.00; at most 0.00 expected."] =
            new(Right.Head with { Balance = Baht("-250.00"), MinimumPayment = Baht("1.00") }, []),

        // Postings.
        ["posting_id 'P1' is that of 2 postings; one expected."] =
            Right.With<OpeningPlan>(_ => true, plan => plan with { PostingId = "P1" }),
        ["item 'P1' has transaction_date 2026-07-28, posting_date 2026-07-27 and statement_date 2026-08-18; this order, and none after 2026-08-18, expected."] =
            Item("P1", item => item with { TransactionDate = Day("2026-07-28") }),
        ["item 'P1' has transaction_date 2026-07-25, posting_date 2026-07-27 and statement_date 2026-09-18; this order, and none after 2026-08-18, expected."] =
            Item("P1", item => item with { BilledOn = Day("2026-09-18") }),
        ["item 'C7' has 3500.01 outstanding; at most its amount of 3500.00 expected."] =
            Item("C7", item => item with { Outstanding = Baht("3,500.01") }),
        ["item 'P0' has grace kept and nothing outstanding; blank expected."] = Item("P0", item => item with { Grace = Grace.Kept }),
        ["item 'C7' has no grace and 3500.00 outstanding; pending, lost or kept expected."] = Item("C7", item => item with { Grace = null }),
        ["item 'C7', first on the statement of 2026-07-18, has grace kept; lost expected, cash has none."] =
            Item("C7", item => item with { Grace = Grace.Kept }),
        ["item 'P1', first on the statement of 2026-08-18, has grace kept; pending or lost expected when the last statement is of 2026-08-18."] =
            Item("P1", item => item with { Grace = Grace.Kept }),
        ["item 'P1', first on the statement of 2026-07-30, has grace pending; kept or lost expected when the last statement is of 2026-08-18."] =
            Item("P1", item => item with { BilledOn = Day("2026-07-30") }),

        // Reductions.
        ["reduction of 'C7', which is no item with grace pending; only there it counts."] =
            Right.And(new OpeningReduction("C7", Day("2026-08-10"), Baht("1.00"))),
        ["item 'P1' has 2 reductions with value_date 2026-08-10; at most one a day, after 2026-07-27 and not after 2026-08-18, expected."] =
            Right.And(new OpeningReduction("P1", Day("2026-08-10"), Baht("1.00"))),
        ["item 'P1' has 1 reductions with value_date 2026-07-27; at most one a day, after 2026-07-27 and not after 2026-08-18, expected."] =
            Right.With<OpeningReduction>(reduction => reduction.ValueDate.Day == 1, reduction => reduction with { ValueDate = Day("2026-07-27") }),
        ["item 'P1' has 4000.00 outstanding and reductions of 1000.01; together at most its amount of 5000.00 expected."] =
            Right.With<OpeningReduction>(reduction => reduction.ValueDate.Day == 1, reduction => reduction with { Amount = Baht("600.01") }),

        // Plans.
        ["plan 'N1' has transaction_date 2026-07-01 and posting_date 2026-08-19; this order, and none after 2026-08-18, expected."] =
            Plan(plan => plan with { PostingDate = Day("2026-08-19") }),
        ["plan 'N1' has 7 parts on statements; at most its 6 months expected."] = Plan(plan => plan with { PartsBilled = 7 }),
        ["plan 'N1' runs, so the last statement day billed a part of it, but due_date is blank; that statement's expected."] =
            new(Right.Head with { DueDate = null, Balance = Money.Zero, MinimumPayment = Money.Zero }, [.. Right.Records.OfType<OpeningPlan>()]),
        ["part 1 of plan 'N9' has no PLAN; one expected."] =
            Right.With<OpeningPart>(part => part.Number == 1, part => part with { PostingId = "N9" }),
        ["part 3 of plan 'N1' is not on a statement; at most 2 expected."] =
            Right.With<OpeningPart>(part => part.Number == 2, part => part with { Number = 3 }),
        ["part 2 of plan 'N1' has 1000.01 outstanding; at most 1000.00 expected."] =
            Right.With<OpeningPart>(part => part.Number == 2, part => part with { Outstanding = Baht("1,000.01") }),
        ["part 2 of plan 'N1' has statement_date 2026-07-18; a date on the last statement of 2026-08-18 expected."] =
            Right.With<OpeningPart>(part => part.Number == 2, part => part with { BilledOn = Day("2026-07-18"), Grace = Grace.Kept }),
        ["part 1 of plan 'N1' has statement_date 2026-08-18; a date before the last statement of 2026-08-18 expected."] =
            Right.With<OpeningPart>(part => part.Number == 1, part => part with { BilledOn = Day("2026-08-18"), Grace = Grace.Pending }),
        ["part 1 of plan 'N1', first on the statement of 2026-07-18, has grace pending; kept or lost expected when the last statement is of 2026-08-18."] =
            Right.With<OpeningPart>(part => part.Number == 1, part => part with { Grace = Grace.Pending }),
        ["part 1 of plan 'N1' is stated 2 times; once expected."] =
            Right.And(new OpeningPart("N1", 1, Day("2026-07-18"), Baht("1.00"), Grace.Kept)),

        // Fees.
        ["FEE_COLLECTION of 'F1' has posting_date 2026-08-19 and statement_date 2026-08-18; this order, and none after 2026-08-18, expected."] =
            Fee("F1", fee => fee with { PostingDate = Day("2026-08-19") }),
        ["FEE_COLLECTION of 'F1' has 50.01 outstanding; at most its amount of 50.00 expected."] =
            Fee("F1", fee => fee with { Outstanding = Baht("50.01") }),
        ["FEE_STATEMENT_COPY of 'F2' has no statement_date; one expected, since only FEE_ENTRANCE, FEE_ANNUAL, FEE_COLLECTION come here when no statement billed them, and all else in a posting file."] =
            Fee("F2", fee => fee with { Kind = "FEE_STATEMENT_COPY" }),
        ["FEE_ANNUAL of 'F2' has no statement_date and posting_date 2026-08-25; a date after the last statement of 2026-08-18 and before the business date 2026-08-25 expected."] =
            Fee("F2", fee => fee with { PostingDate = Day("2026-08-25") }),
        ["FEE_ANNUAL of 'F2' has no statement_date and posting_date 2026-08-18; a date after the last statement of 2026-08-18 and before the business date 2026-08-25 expected."] =
            Fee("F2", fee => fee with { PostingDate = Day("2026-08-18") }),
        ["FEE_ANNUAL of 'F2' has no statement_date and 1499.99 outstanding; its amount of 1500.00 expected."] =
            Fee("F2", fee => fee with { Outstanding = Baht("1,499.99") }),
        ["FEE_TAX_PAYMENT of 'F1' has no ITEM or PLAN; the posting it came with expected."] =
            Fee("F1", fee => fee with { Kind = "FEE_TAX_PAYMENT" }),
        ["FEE_FX_RISK of 'C7' is stated 2 times; once expected."] =
            Right.And(new OpeningFee("C7", "", "FEE_FX_RISK", Day("2026-06-21"), Day("2026-07-18"), Baht("1.00"), Money.Zero)),
        ["FEE_COLLECTION of 2026-08-20 has no statement_date and is stated 2 times; once expected, since a due date costs one."] =
            Right.And(CollectionFee("F3")).And(CollectionFee("F4")),

        // Interest and minimums.
        ["interest of 2026-08-19; a date not after the last statement of 2026-08-18 expected."] =
            Right.With<OpeningInterest>(interest => interest.BilledOn.Month == 8, interest => interest with { BilledOn = Day("2026-08-19") }),
        ["interest of 2026-08-18 has 367.41 outstanding; at most its amount of 367.40 expected."] =
            Right.With<OpeningInterest>(interest => interest.BilledOn.Month == 8, interest => interest with { Outstanding = Baht("367.41") }),
        ["interest of 2026-08-18 is stated 2 times; once expected."] =
            Right.And(new OpeningInterest(Day("2026-08-18"), Baht("1.00"), Baht("1.00"))),
        ["the minimum payment of 2026-07-18 is missing 1000.00; nothing expected when the balance is -250.00, which clears it."] =
            new(Right.Head with { Balance = Baht("-250.00"), MinimumPayment = Money.Zero }, [.. Right.Records.OfType<OpeningBucket>()]),
        ["the minimum payment of 2026-08-18; one of a statement before 2026-08-18 expected, the last one's is missing whole."] =
            Bucket(bucket => bucket with { StatementDate = Day("2026-08-18"), EffectiveDueDate = Day("2026-09-01") }),
        ["the minimum payment of 2026-07-18 has due_date 2026-09-02; a date after its statement and before the last one's effective due date 2026-09-02 expected."] =
            Bucket(bucket => bucket with { EffectiveDueDate = Day("2026-09-02") }),
        ["the minimum payment of 2026-07-18 is missing 1000.01; at most the 1000.00 that was asked for expected."] =
            Bucket(bucket => bucket with { Missing = Baht("1,000.01") }),
        ["the minimum payment of 2026-07-18 is stated 2 times; once expected."] =
            Right.And(new OpeningBucket(Day("2026-07-18"), Day("2026-08-03"), Baht("1.00"), Baht("1.00"))),
    };

    private static OpeningFee CollectionFee(string id) =>
        new(id, "", "FEE_COLLECTION", Day("2026-08-20"), null, Baht("50.00"), Baht("50.00"));

    private static SampleOpening Item(string id, Func<OpeningItem, OpeningItem> change) => Right.With(item => item.PostingId == id, change);

    private static SampleOpening Plan(Func<OpeningPlan, OpeningPlan> change) => Right.With(_ => true, change);

    private static SampleOpening Fee(string id, Func<OpeningFee, OpeningFee> change) => Right.With(fee => fee.PostingId == id, change);

    private static SampleOpening Bucket(Func<OpeningBucket, OpeningBucket> change) => Right.With(_ => true, change);
}
