using Cycle.Ledger.Accounts;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>An account with its cycle so far and what the store alone knows of it.</summary>
/// <param name="Cycle">The input of the pure core.</param>
/// <param name="FirstDate">The account's first business date in this system.</param>
/// <param name="MasterLastMovement">The last movement the master tells, if any.</param>
/// <param name="LastMovement">Posting date of the last movement up to the last cut, if any.</param>
public sealed record StoredAccount(
    AccountCycle Cycle, DateOnly FirstDate, DateOnly? MasterLastMovement, DateOnly? LastMovement)
{
    /// <summary>The account's token.</summary>
    public string AccountId => Cycle.Account.AccountId;

    /// <summary>The last movement up to now: that of earlier cycles, or a later one in this.</summary>
    /// <returns>Its posting date, if there ever was one.</returns>
    public DateOnly? LastMovementSoFar()
    {
        var last = LastMovement;
        foreach (var posting in Cycle.Postings.Where(posting => posting.Kind.IsMovement()))
        {
            last = last is null || posting.PostingDate > last ? posting.PostingDate : last;
        }

        return last;
    }
}
