using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Journal;

/// <summary>The entry that brings an account of another system into the books.</summary>
public static class OpeningEntries
{
    /// <summary>What the entry is called.</summary>
    public const string Kind = "OPENING";

    /// <summary>One entry; none when nothing is owed either way.</summary>
    /// <param name="state">The account at the last cut of the other system.</param>
    public static IEnumerable<JournalEntry> Of(AccountState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var toCome = Money.Sum(state.Plans.Select(plan => plan.ToCome));
        return new EntryBuilder(Kind, $"{state.LastCut:yyyy-MM-dd}")
            .Debit(GlAccount.ReceivablePrincipal, CutEntries.Principal(state))
            .Debit(GlAccount.ReceivableInterest, CutEntries.Interest(state))
            .Debit(GlAccount.ReceivableFees, CutEntries.Fees(state))
            .Debit(GlAccount.InstalmentPlans, toCome)
            .Credit(GlAccount.CustomerCredit, state.Credit)
            .Credit(GlAccount.OpeningBalances, state.Balance + toCome)
            .Build();
    }
}
