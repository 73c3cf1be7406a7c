using Cycle.Ledger;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;

namespace Cycle.Jobs.Tests.Intake;

/// <summary>The figures of rules.md section 2 that intake uses, with one product.</summary>
internal static class IntakeTariff
{
    public static Tariff Create()
    {
        var zero = Always(Money.Zero);
        return new()
        {
            Id = "test",
            Sha256 = new('0', 64),
            InterestUnsecured = Percent(1600),
            InterestSecured = Percent(1500),
            MinimumShare = Percent(800),
            MinimumFloor = Baht(1000),
            MinimumRounding = Always(MinimumRounding.BahtDown),
            CashAdvanceFee = Percent(300),
            CashAdvanceFeeVat = Percent(0),
            CashLimitShare = Percent(5000),
            FxRisk = Percent(250),
            TaxPaymentFee = Percent(200),
            Collection = Always(new CollectionTerms(Money.FromBaht(1000), Money.FromBaht(50), Money.FromBaht(100))),
            ServiceFees = new Dictionary<PostingKind, Dated<Money>>
            {
                [PostingKind.FeeCardReplacement] = Baht(200),
                [PostingKind.FeeStatementCopy] = Baht(50),
                [PostingKind.FeeSalesSlipDomestic] = Baht(100),
                [PostingKind.FeeSalesSlipForeign] = Baht(200),
                [PostingKind.FeePinReissue] = new(new(new(2026, 1, 1), Money.FromBaht(100)), new(new(2026, 8, 1), Money.FromBaht(120))),
            },
            DormancyMonths = Always(6),
            SpendAlertFrom = Baht(1000),
            DueNoticeDays = Always(3),
            PurchasesWhileRevolving = Always(PurchasesWhileRevolving.OwnStatement),
            Products = new Dictionary<string, Product>
            {
                ["MC_WORLD"] = new("MC_WORLD", "World", Always(15), zero, zero, Baht(3000), Baht(1500)),
                ["VISA_PLATINUM_PRECIOUS"] = new("VISA_PLATINUM_PRECIOUS", "Precious", Always(15), Baht(1000), zero, Baht(1500), Baht(750)),
                ["MC_WORLD_ELITE"] = new("MC_WORLD_ELITE", "Elite", Always(20), zero, zero, Baht(10000), Baht(10000)),
                ["MC_PLATINUM"] = new("MC_PLATINUM", "Platinum", Always(15), zero, zero, Baht(1500), Baht(750)),
                ["VISA_SIGNATURE_PRESTIGE"] = new("VISA_SIGNATURE_PRESTIGE", "Signature", Always(20), zero, zero, Baht(5000), Baht(5000)),
            },
            Channels = new Dictionary<string, Dated<ChannelTerms>>
            {
                ["COUNTER_SERVICE_BKK"] = Channel(30_000, null),
                ["COUNTER_SERVICE_UPC"] = Channel(30_000, null),
                ["LOTUS"] = Channel(49_000, null),
                ["KIOSK"] = Channel(2_000, 40_000),
            },
        };
    }

    private static Dated<ChannelTerms> Channel(int maxPayment, int? maxPerDay) =>
        Always(new ChannelTerms(Money.FromBaht(15), Money.FromBaht(maxPayment), maxPerDay is { } day ? Money.FromBaht(day) : null));

    private static Dated<PercentRate> Percent(int basisPoints) => Always(new PercentRate(basisPoints));

    private static Dated<Money> Baht(int baht) => Always(Money.FromBaht(baht));

    private static Dated<T> Always<T>(T value) => new(new DatedValue<T>(new(2020, 1, 1), value));
}
