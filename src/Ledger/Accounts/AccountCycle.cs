using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Accounts;

/// <summary>An account's cycle so far: the state at the last cut and everything taken in since. The input of every computation on an account.</summary>
/// <param name="Account">The account as the master tells it now.</param>
/// <param name="History">Its terms over time.</param>
/// <param name="State">The state at the last cut.</param>
/// <param name="Postings">Every posting with a value date after that cut, in any order.</param>
/// <param name="Originals">Postings of earlier cycles that refunds and reversals of this one name, by id.</param>
public sealed record AccountCycle(
    Account Account,
    AccountHistory History,
    AccountState State,
    IReadOnlyList<Posting> Postings,
    IReadOnlyDictionary<string, Posting> Originals);
