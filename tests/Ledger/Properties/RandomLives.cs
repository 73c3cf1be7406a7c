using Cycle.Ledger.Accounts;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;
using Cycle.Ledger.Tests.Tariffs;
using FsCheck;
using FsCheck.Fluent;

namespace Cycle.Ledger.Tests.Properties;

/// <summary>Invents lives of several cycles with postings of every kind, in time and late, plain and foreign, refunded and reversed.</summary>
internal static class RandomLives
{
    private static readonly PostingKind[] ServiceFees = [.. PostingKinds.ServiceFees];

    // Small amounts meet roundings, round ones meet ceilings and floors.
    private static readonly Gen<Money> Amounts = Gen.Frequency(
        (2, Gen.Choose(1, 2_000)), (4, Gen.Choose(2_001, 500_000)), (3, Gen.Choose(500_001, 6_000_000)),
        (2, Gen.Elements(10_000, 100_000, 1_000_000, 2_000_000))).Select(satang => new Money(satang));

    private static readonly Gen<(Tariff Tariff, string Product)> Tariffs = Gen.Elements(
        (ShippedTariffs.Gsb2026, "MC_PLATINUM"), (ShippedTariffs.Gsb2026, "MC_WORLD_ELITE"),
        (ShippedTariffs.Gsb2026TenPercent, "MC_WORLD"), (ShippedTariffs.ExampleIssuer, "EVERYDAY"),
        (RateChanges, "VISA_PLATINUM_PRECIOUS"));

    /// <summary>Any life.</summary>
    public static Arbitrary<RandomLife> Any { get; } = Arb.From(Life(), life => life.Smaller());

    // Two changes inside cycles, and the other reading of purchases while revolving.
    private static Tariff RateChanges => ShippedTariffs.Gsb2026 with
    {
        Id = "rate-changes",
        InterestUnsecured = new(
            [new(new(2026, 1, 1), new(1_600)), new(new(2026, 8, 5), new(1_475)), new(new(2026, 10, 18), new(1_550))]),
        PurchasesWhileRevolving = new(
            new DatedValue<PurchasesWhileRevolving>(new(2026, 1, 1), PurchasesWhileRevolving.FromPosting)),
    };

    private static Gen<RandomLife> Life() =>
        from statementDay in Gen.Frequency((3, Gen.Choose(1, 31)), (1, Gen.Elements(16, 18, 28, 29, 30, 31)))
        from tariff in Tariffs
        from secured in Gen.Choose(0, 3)
        from size in Gen.Choose(1, 24)
        from seeds in Gen.ListOf(Seed(), size)
        select new RandomLife(
            statementDay, tariff.Tariff, tariff.Product, Terms(statementDay, secured), Arrange([.. seeds]));

    // Three in four lives keep their terms; the others are or become secured.
    private static AccountTerms[] Terms(int statementDay, int secured) => secured switch
    {
        0 => [new(DateOnly.MinValue, statementDay, true)],
        1 => [new(DateOnly.MinValue, statementDay, false), new(new(2026, 9, 9), statementDay, true)],
        _ => [new(DateOnly.MinValue, statementDay, false)],
    };

    private static Gen<ArrivalSeed> Seed() =>
        from kind in Gen.Frequency(
            (6, Gen.Constant(PostingKind.Purchase)), (3, Gen.Constant(PostingKind.CashAdvance)),
            (1, Gen.Constant(PostingKind.TaxPayment)), (6, Gen.Constant(PostingKind.Payment)),
            (2, Gen.Constant(PostingKind.Refund)), (2, Gen.Constant(PostingKind.Reversal)), (1, Gen.Elements(ServiceFees)))
        from amount in Amounts
        from day in Gen.Choose(0, 180)
        from actedBefore in Gen.Frequency((4, Gen.Constant(0)), (2, Gen.Choose(1, 4)), (1, Gen.Choose(5, 40)))
        from late in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 25)))
        from foreign in Gen.Choose(0, 3)
        from months in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(2, 6)))
        from original in Gen.Choose(0, 99)
        select new ArrivalSeed(kind, amount, day, actedBefore, late, foreign == 0, months, original);

    private static List<Arrival> Arrange(IReadOnlyList<ArrivalSeed> seeds)
    {
        var originals = seeds
            .Select((seed, index) => seed.Arrival(index))
            .Where(arrival => arrival.Kind.IsPrincipal())
            .ToList();
        var free = originals.ToList();
        var arrivals = new List<Arrival>(originals);
        for (var index = 0; index < seeds.Count; index++)
        {
            var seed = seeds[index];
            if (seed.Kind == PostingKind.Reversal && free.Count > 0)
            {
                var original = free[seed.Original % free.Count];
                free.Remove(original);
                arrivals.Add(seed.Reversal(index, original));
            }
            else if (seed.Kind == PostingKind.Refund && originals.Count > 0 && seed.Original < 70)
            {
                arrivals.Add(seed.Naming(index, originals[seed.Original % originals.Count]));
            }
            else if (seed.Kind != PostingKind.Reversal && !seed.Kind.IsPrincipal())
            {
                arrivals.Add(seed.Arrival(index));
            }
        }

        return arrivals;
    }
}
