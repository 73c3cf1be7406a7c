using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;

namespace Cycle.Ledger.Journal;

/// <summary>The entries of a cut: instalment parts posted, interest billed, and what the cycle's credits paid.</summary>
public static class CutEntries
{
    /// <summary>The entries; none when no statement was made.</summary>
    /// <param name="before">The state at the cut before.</param>
    /// <param name="result">The close.</param>
    public static IEnumerable<JournalEntry> Of(AccountState before, CutResult result)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Statement is not { } statement)
        {
            return [];
        }

        var reference = statement.StatementDate.ToString("yyyy-MM-dd");
        return new EntryBuilder("INSTALMENT", reference)
            .Debit(GlAccount.ReceivablePrincipal, statement.Instalments)
            .Credit(GlAccount.InstalmentPlans, statement.Instalments)
            .Build()
            .Concat(new EntryBuilder("INTEREST", reference)
                .Debit(GlAccount.ReceivableInterest, statement.Interest)
                .Credit(GlAccount.InterestIncome, statement.Interest)
                .Build())
            .Concat(Allocation(before, result.State, statement, reference));
    }

    /// <summary>What was open before, and came in, and is not open now, was paid out of the cycle's credits.</summary>
    private static IEnumerable<JournalEntry> Allocation(
        AccountState before, AccountState after, Statement statement, string reference)
    {
        var charged = statement.Lines.Where(line => line.Amount.IsPositive).ToList();
        var fees = Money.Sum(charged.Where(IsFee).Select(line => line.Amount));
        var principal = Money.Sum(charged.Where(line => !IsFee(line)).Select(line => line.Amount));
        var credits = -Money.Sum(statement.Lines.Where(line => !line.Amount.IsPositive).Select(line => line.Amount));
        return new EntryBuilder("ALLOCATION", reference)
            .Debit(GlAccount.CustomerCredit, before.Credit + credits - after.Credit)
            .Credit(GlAccount.ReceivableFees, Fees(before) + fees - Fees(after))
            .Credit(GlAccount.ReceivableInterest, Interest(before) + statement.Interest - Interest(after))
            .Credit(GlAccount.ReceivablePrincipal, Principal(before) + principal - Principal(after))
            .Build();
    }

    private static bool IsFee(StatementLine line) => line.Kind.StartsWith("FEE_", StringComparison.Ordinal);

    internal static Money Fees(AccountState state) => Money.Sum(state.Fees.Select(fee => fee.Outstanding));

    internal static Money Interest(AccountState state) => Money.Sum(state.Interest.Select(interest => interest.Outstanding));

    internal static Money Principal(AccountState state) => Money.Sum(state.Items.Select(item => item.Principal));
}
