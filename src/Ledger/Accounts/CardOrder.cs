namespace Cycle.Ledger.Accounts;

/// <summary>In which order a holder is told of an account's cards: on the statement, and in messages, which name the first one.</summary>
public static class CardOrder
{
    /// <summary>
    /// Primary cards before supplementary ones. Where a primary card was replaced, the one the holder has now: live before cancelled, then
    /// the one approved last. Otherwise by token.
    /// </summary>
    /// <param name="cards">The cards of one account.</param>
    /// <param name="businessDate">A cancellation dated later has not happened.</param>
    public static IReadOnlyList<Card> On(IEnumerable<Card> cards, DateOnly businessDate) =>
    [
        .. cards
            .OrderBy(card => card.Role)
            .ThenBy(card => card.Role == CardRole.Primary && card.CancelledDate <= businessDate)
            .ThenByDescending(card => card.Role == CardRole.Primary ? card.ApprovedDate : default)
            .ThenBy(card => card.CardId, StringComparer.Ordinal),
    ];
}
