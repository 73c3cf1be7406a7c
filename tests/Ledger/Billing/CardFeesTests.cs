using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tests.Tariffs;

namespace Cycle.Ledger.Tests.Billing;

/// <summary>Entrance and annual fees of live cards (files.md, cards.csv).</summary>
public sealed class CardFeesTests
{
    private static readonly DateOnly FirstDate = Day("2026-07-01");

    [Theory]
    [InlineData("MC_WORLD_ELITE", CardRole.Primary, "FEE_ANNUAL 10000.00")]
    [InlineData("MC_WORLD_ELITE", CardRole.Supplementary, "FEE_ANNUAL 10000.00")]
    [InlineData("MC_WORLD", CardRole.Primary, "FEE_ANNUAL 3000.00")]
    [InlineData("MC_WORLD", CardRole.Supplementary, "FEE_ANNUAL 1500.00")]
    [InlineData("MC_PLATINUM", CardRole.Primary, "FEE_ANNUAL 1500.00")]
    [InlineData("MC_PLATINUM", CardRole.Supplementary, "FEE_ANNUAL 750.00")]
    [InlineData("VISA_SIGNATURE_PRESTIGE", CardRole.Primary, "FEE_ANNUAL 5000.00")]
    [InlineData("VISA_SIGNATURE_PRESTIGE", CardRole.Supplementary, "FEE_ANNUAL 5000.00")]
    [InlineData("VISA_PLATINUM_PRECIOUS", CardRole.Primary, "FEE_ENTRANCE 1000.00, FEE_ANNUAL 1500.00")]
    [InlineData("VISA_PLATINUM_PRECIOUS", CardRole.Supplementary, "FEE_ANNUAL 750.00")]
    public void Activation_posts_the_fees_of_the_product_and_role(string product, CardRole role, string expected) =>
        Text(On(Activated("2026-08-10", role), "2026-08-10", product: product)).ShouldBe(expected);

    [Fact]
    public void A_fee_is_posted_on_the_night_with_an_id_that_the_same_night_makes_again()
    {
        var fee = On(Activated("2026-08-10"), "2026-08-10").Single();

        fee.PostingId.ShouldBe("annual:K1:2026-08-10");
        fee.CardId.ShouldBe("K1");
        fee.Fees.Total.ShouldBe(Money.Zero);
        new[] { fee.TransactionDate, fee.PostingDate, fee.ValueDate, fee.TakenOn }.ShouldAllBe(date => date == Day("2026-08-10"));
        On(Activated("2026-08-10"), "2026-08-10", product: "VISA_PLATINUM_PRECIOUS").First().PostingId
            .ShouldBe("entrance:K1:2026-08-10");
    }

    [Theory]
    [InlineData("2026-08-09")]
    [InlineData("2026-08-11")]
    [InlineData("2027-08-09")]
    [InlineData("2027-08-11")]
    public void Other_nights_post_nothing(string night) => On(Activated("2026-08-10"), night).ShouldBeEmpty();

    [Theory]
    [InlineData("2027-08-10")]
    [InlineData("2031-08-10")]
    public void Each_anniversary_posts_the_annual_fee_and_never_the_entrance_fee(string night) =>
        Text(On(Activated("2026-08-10"), night, product: "VISA_PLATINUM_PRECIOUS")).ShouldBe("FEE_ANNUAL 1500.00");

    [Theory]
    [InlineData("2024-02-29", "2027-02-28", true)]
    [InlineData("2024-02-29", "2027-03-01", false)]
    [InlineData("2024-02-29", "2028-02-29", true)]
    [InlineData("2024-02-29", "2028-02-28", false)]
    [InlineData("2024-02-29", "2024-02-29", false)]
    [InlineData("2024-03-01", "2023-03-01", false)]
    public void The_anniversary_of_29_february_is_28_february_in_common_years(string of, string date, bool expected) =>
        CardFees.IsAnniversary(Day(of), Day(date)).ShouldBe(expected);

    [Fact]
    public void A_card_activated_before_the_account_came_here_pays_on_anniversaries_only()
    {
        On(Activated("2026-06-30"), "2026-07-01").ShouldBeEmpty();
        On(Activated("2026-06-30"), "2026-06-30").ShouldBeEmpty();
        Text(On(Activated("2026-06-30"), "2027-06-30")).ShouldBe("FEE_ANNUAL 1500.00");
        Text(On(Activated("2026-07-01"), "2026-07-01")).ShouldBe("FEE_ANNUAL 1500.00");
    }

    [Fact]
    public void An_activation_told_later_is_charged_on_the_date_it_is_told()
    {
        On(Activated("2026-08-10"), "2026-08-10", knownOn: "2026-08-14").ShouldBeEmpty();
        Text(On(Activated("2026-08-10"), "2026-08-14", knownOn: "2026-08-14")).ShouldBe("FEE_ANNUAL 1500.00");
        Text(On(Activated("2026-08-10"), "2027-08-10", knownOn: "2026-08-14")).ShouldBe("FEE_ANNUAL 1500.00");
        On(Activated("2026-08-10"), "2027-08-14", knownOn: "2026-08-14").ShouldBeEmpty();
    }

    [Fact]
    public void An_activation_told_ahead_is_charged_on_its_date()
    {
        On(Activated("2026-08-10"), "2026-08-05", knownOn: "2026-08-05").ShouldBeEmpty();
        Text(On(Activated("2026-08-10"), "2026-08-10", knownOn: "2026-08-05")).ShouldBe("FEE_ANNUAL 1500.00");
    }

    [Fact]
    public void A_corrected_activation_moves_the_anniversaries_and_charges_no_first_fees_again()
    {
        On(Activated("2026-08-12"), "2026-08-12", product: "VISA_PLATINUM_PRECIOUS", knownOn: "2026-08-05", firstFeesOn: "2026-08-05").ShouldBeEmpty();
        On(Activated("2026-08-12"), "2027-08-05", product: "VISA_PLATINUM_PRECIOUS", knownOn: "2026-08-05", firstFeesOn: "2026-08-05").ShouldBeEmpty();
        Text(On(Activated("2026-08-12"), "2027-08-12", product: "VISA_PLATINUM_PRECIOUS", knownOn: "2026-08-05", firstFeesOn: "2026-08-05"))
            .ShouldBe("FEE_ANNUAL 1500.00");
    }

    [Fact]
    public void A_night_run_again_posts_no_first_fees_twice() =>
        On(Activated("2026-08-12"), "2026-08-12", firstFeesOn: "2026-08-12").ShouldBeEmpty();

    [Fact]
    public void A_card_never_activated_pays_nothing() => On(Activated(null), "2026-08-10").ShouldBeEmpty();

    [Fact]
    public void Fees_of_a_card_bear_no_interest()
    {
        var play = Scenario.WithStatementDay(18).ServiceFee(PostingKind.FeePinReissue, "2026-08-10").Through("2026-10-18");

        play.Statements.ShouldAllBe(s => s.Interest.IsZero);
        play.Statement("2026-10-18").NewBalance.ShouldBe(Baht("100.00"));
    }

    private static Card Activated(string? date, CardRole role = CardRole.Primary) => new(
        "K1", "A1", role, "visa", "1234", "HOLDER", Day("2020-01-01"), date is null ? null : Day(date), CancelledDate: null);

    private static List<Posting> On(
        Card card, string night, string product = "MC_PLATINUM", string? knownOn = null, string? firstFeesOn = null)
    {
        var areFirst = CardFees.AreFirst(
            card, FirstDate, knownOn is null ? FirstDate : Day(knownOn), firstFeesOn is null ? null : Day(firstFeesOn), Day(night));
        return [.. CardFees.On(card, product, areFirst, Day(night), ShippedTariffs.Gsb2026)];
    }

    private static string Text(IEnumerable<Posting> fees) =>
        string.Join(", ", fees.Select(fee => $"{fee.Kind.Name()} {fee.Amount}"));
}
