namespace Cycle.Ledger.Dormancy;

/// <summary>A card cancelled by the night.</summary>
/// <param name="CardId">The card's token.</param>
/// <param name="AccountId">Its account.</param>
/// <param name="Reason">The first reason that applied; it stays.</param>
public sealed record CardCancellation(string CardId, string AccountId, CancellationReason Reason)
{
    /// <summary>The reason as files write it.</summary>
    public string ReasonName => Reason switch
    {
        CancellationReason.NotActivated => "NOT_ACTIVATED",
        CancellationReason.Dormant => "DORMANT",
        _ => "PRIMARY_CANCELLED",
    };
}
