namespace Cycle.Ledger.Dormancy;

/// <summary>What a night decides about an account's cards.</summary>
/// <param name="Cancellations">Cards cancelled, in the order of the rules.</param>
/// <param name="IsBlockedByCredit">Whether the account would be dormant but for a credit balance, which is reported.</param>
/// <param name="LastEvent">The date dormancy is counted from.</param>
public sealed record CancellationDecision(
    IReadOnlyList<CardCancellation> Cancellations, bool IsBlockedByCredit, DateOnly LastEvent);
