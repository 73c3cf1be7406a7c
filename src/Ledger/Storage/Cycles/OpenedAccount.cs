using Cycle.Ledger.Accounts;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>What opening one account writes.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Line">The line its rows begin on.</param>
/// <param name="State">Its state at the last cut of the other system.</param>
/// <param name="Postings">The postings behind it, each with its line.</param>
public sealed record OpenedAccount(
    string AccountId, long Line, AccountState State, IReadOnlyList<(Posting Posting, long Line)> Postings)
{
    /// <summary>Posting date of the last movement up to that cut that the file tells, if any.</summary>
    public DateOnly? LastMovement => Postings
        .Where(row => row.Posting.Kind.IsMovement())
        .Max(row => (DateOnly?)row.Posting.PostingDate);
}
