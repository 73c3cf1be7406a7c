using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Tests.Accounts;

public sealed class CardOrderTests
{
    private static readonly DateOnly Tonight = new(2026, 8, 18);

    [Fact]
    public void PrimaryCard_ComesFirst_WhateverItsToken() =>
        Order(Card("A", CardRole.Supplementary), Card("B", CardRole.Primary)).ShouldBe(["B", "A"]);

    [Fact]
    public void LivePrimaryCard_ComesBeforeTheCancelledOneItReplaced() =>
        Order(Card("A", CardRole.Primary, cancelled: "2026-08-18"), Card("B", CardRole.Primary, approved: "2020-01-01")).ShouldBe(["B", "A"]);

    [Fact]
    public void PrimaryCard_CountsAsLive_UntilTheDateOfItsCancellation() =>
        Order(Card("A", CardRole.Primary, cancelled: "2026-08-19"), Card("B", CardRole.Primary)).ShouldBe(["A", "B"]);

    [Fact]
    public void PrimaryCardApprovedLast_ComesFirst_AmongLiveOnes() =>
        Order(Card("A", CardRole.Primary), Card("B", CardRole.Primary, approved: "2026-08-01")).ShouldBe(["B", "A"]);

    [Fact]
    public void SupplementaryCards_StandByToken_WhateverTheirDates() =>
        Order(
            Card("C", CardRole.Supplementary, approved: "2026-08-01"), Card("B", CardRole.Supplementary),
            Card("A", CardRole.Supplementary, cancelled: "2026-01-01")).ShouldBe(["A", "B", "C"]);

    private static IEnumerable<string> Order(params Card[] cards) => CardOrder.On(cards, Tonight).Select(card => card.CardId);

    private static Card Card(string id, CardRole role, string approved = "2024-04-01", string? cancelled = null) => new(
        id, "A1", role, "visa", "1148", "SOMCHAI JAIDEE", DateOnly.Parse(approved), null, cancelled is null ? null : DateOnly.Parse(cancelled));
}
