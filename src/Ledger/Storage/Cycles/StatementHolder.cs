using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>To whom a statement was issued, as it was printed: a later change of the master does not change an issued statement.</summary>
/// <param name="Account">The account.</param>
/// <param name="Cards">Its cards: the primary first, then the supplementary ones by token.</param>
public sealed record StatementHolder(Account Account, IReadOnlyList<Card> Cards);
