using Cycle.Ledger.Accounts;
using static Cycle.Ledger.Tests.Dormancy.Portfolio;

namespace Cycle.Ledger.Tests.Dormancy;

/// <summary>The order of the reasons, and supplementary cards without a primary (rules.md section 8).</summary>
public sealed class CascadeTests
{
    [Fact]
    public void Not_activated_comes_first_then_dormant_then_the_cascade_and_the_first_reason_stays()
    {
        var account = AccountOf(
            Card("K1", approved: "2026-01-01"),
            Card("K3", CardRole.Supplementary, approved: "2026-01-01"),
            Card("K2", CardRole.Supplementary, activated: "2026-01-05")) with { Balance = Baht("10.00") };

        // The primary falls as not activated, and with it the live supplementary card, though money is owed.
        Text(account, "2026-08-01").ShouldBe(["K1 NOT_ACTIVATED", "K3 NOT_ACTIVATED", "K2 PRIMARY_CANCELLED"]);
        Text(account with { Balance = Money.Zero }, "2026-08-01").ShouldBe(["K1 NOT_ACTIVATED", "K3 NOT_ACTIVATED", "K2 DORMANT"]);
    }

    [Theory]
    [InlineData("2026-05-01", "K2 PRIMARY_CANCELLED")]
    [InlineData("2026-04-30", "")]
    public void A_primary_cancelled_by_the_master_takes_its_supplementary_cards_along_from_that_date(string night, string expected)
    {
        var account = AccountOf(
            Card("K1", activated: "2026-04-01", cancelled: "2026-05-01"),
            Card("K2", CardRole.Supplementary, activated: "2026-04-01"));

        string.Join(',', Text(account, night)).ShouldBe(expected);
    }

    [Fact]
    public void A_live_primary_keeps_its_supplementary_cards()
    {
        var account = AccountOf(
            Card("K0", activated: "2026-04-01", cancelled: "2026-05-01"),
            Card("K1", activated: "2026-04-01"), Card("K2", CardRole.Supplementary, activated: "2026-04-01"));

        Text(account, "2026-05-01").ShouldBeEmpty();
    }
}
