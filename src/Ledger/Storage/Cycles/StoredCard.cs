using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>A card and what the store alone knows of it.</summary>
/// <param name="Card">The card; cancelled by the master or by a night, whichever came first.</param>
/// <param name="ActivationKnownOn">The business date on which a master first told the activation.</param>
/// <param name="FirstFeesOn">The business date that posted its entrance and first annual fee, if one did.</param>
public sealed record StoredCard(Card Card, DateOnly? ActivationKnownOn, DateOnly? FirstFeesOn);
