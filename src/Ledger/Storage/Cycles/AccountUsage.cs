using Cycle.Ledger.Billing;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>How much of its limit an account can be using.</summary>
/// <param name="AccountId">The account's token.</param>
/// <param name="CreditLimit">Its limit.</param>
/// <param name="Ceiling">The most it can be using.</param>
/// <param name="TookCash">Whether the night that was asked for brought a cash advance.</param>
public sealed record AccountUsage(string AccountId, Money CreditLimit, UsageCeiling Ceiling, bool TookCash);
