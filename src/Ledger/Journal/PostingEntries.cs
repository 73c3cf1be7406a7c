using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Journal;

/// <summary>The entry of a posting on the night that takes it in. What a credit pays is booked at the cut, when allocation is final.</summary>
public static class PostingEntries
{
    /// <summary>The entries of a night's postings, in order of posting id.</summary>
    /// <param name="cycle">The account's cycle with the night's postings in.</param>
    /// <param name="businessDate">The night.</param>
    public static IEnumerable<JournalEntry> Of(AccountCycle cycle, DateOnly businessDate)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var events = new CycleEvents(cycle);
        return cycle.Postings
            .Where(posting => posting.TakenOn == businessDate)
            .OrderBy(posting => posting.PostingId, StringComparer.Ordinal)
            .SelectMany(posting => posting.Kind == PostingKind.Reversal ? Reversal(posting, cycle, events) : Of(posting));
    }

    /// <summary>The entries of postings that need nothing of their cycle, in order of posting id.</summary>
    /// <param name="postings">What a night took in of one account, with no reversal in it.</param>
    /// <exception cref="ArgumentException">A reversal is among them: what it takes back stands in its cycle.</exception>
    public static IEnumerable<JournalEntry> Of(IEnumerable<Posting> postings) =>
        postings.OrderBy(posting => posting.PostingId, StringComparer.Ordinal).SelectMany(Of);

    private static IEnumerable<JournalEntry> Of(Posting posting)
    {
        var entry = new EntryBuilder(posting.Kind.Name(), posting.PostingId);
        switch (posting.Kind)
        {
            case PostingKind.Payment:
                entry.Debit(GlAccount.PaymentClearing, posting.Amount).Credit(GlAccount.CustomerCredit, posting.Amount);
                break;
            case PostingKind.Refund:
                entry.Debit(GlAccount.Settlement, posting.Amount).Credit(GlAccount.CustomerCredit, posting.Amount);
                break;
            case PostingKind.FeeCollectionCredit:
                entry.Debit(GlAccount.FeeIncome, posting.Amount).Credit(GlAccount.CustomerCredit, posting.Amount);
                break;
            case PostingKind.Reversal:
                throw new ArgumentException($"Reversal {posting.PostingId} cannot be booked without its cycle.", nameof(posting));
            case var kind when kind.IsFee():
                entry.Debit(GlAccount.ReceivableFees, posting.Amount).Credit(GlAccount.FeeIncome, posting.Amount);
                break;
            default:
                entry.Debit(posting.IsPlan ? GlAccount.InstalmentPlans : GlAccount.ReceivablePrincipal, posting.Amount)
                    .Credit(GlAccount.Settlement, posting.Amount)
                    .Debit(GlAccount.ReceivableFees, posting.Fees.Total);
                Income(entry, posting.Fees);
                break;
        }

        return entry.Build();
    }

    private static IEnumerable<JournalEntry> Reversal(Posting reversal, AccountCycle cycle, CycleEvents events)
    {
        var entry = new EntryBuilder(reversal.Kind.Name(), reversal.PostingId);
        var original = events.OriginalOf(reversal);
        var principal = events.PrincipalTakenBack(reversal);
        entry.Debit(GlAccount.Settlement, principal).Credit(GlAccount.CustomerCredit, principal + original.Fees.Total);
        Income(entry, original.Fees, isTakenBack: true);
        if (original.IsPlan)
        {
            var running = cycle.State.Plans.FirstOrDefault(plan => plan.PostingId == original.PostingId);
            var toCome = running?.ToCome ?? (events.TakesBackBilled(reversal) ? Money.Zero : original.Amount);
            entry.Debit(GlAccount.Settlement, toCome).Credit(GlAccount.InstalmentPlans, toCome);
        }

        return entry.Build();
    }

    private static void Income(EntryBuilder entry, PostingFees fees, bool isTakenBack = false)
    {
        var sign = isTakenBack ? -1 : 1;
        entry.Credit(GlAccount.FeeIncome, new(sign * (fees.CashAdvance + fees.TaxPayment).Satang))
            .Credit(GlAccount.VatPayable, new(sign * fees.CashAdvanceVat.Satang))
            .Credit(GlAccount.FxIncome, new(sign * fees.FxRisk.Satang));
    }
}
