using Cycle.Ledger.Accounts;
using Cycle.Ledger.Interest;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Billing;

/// <summary>Takes a cycle's events in order of value date. The order within a day is written here and nowhere else (rules.md section 4).</summary>
internal static class CycleFold
{
    /// <summary>What is open at the end of a day.</summary>
    /// <param name="cycle">The account's cycle so far.</param>
    /// <param name="events">The same cycle's events.</param>
    /// <param name="through">The day.</param>
    /// <param name="parts">Instalment parts posted on that day; only a cut posts any.</param>
    /// <param name="allocations">Where allocations are noted, when somebody asks for them.</param>
    public static WorkingBalance Through(
        AccountCycle cycle,
        CycleEvents events,
        DateOnly through,
        IReadOnlyList<WorkingItem> parts,
        List<Allocation>? allocations = null)
    {
        var balance = new WorkingBalance(cycle.State) { Allocations = allocations };
        var sorted = events.Existing(through).ToList();
        sorted.Sort(InOrderOfTheDay);
        var at = 0;
        while (at < sorted.Count)
        {
            var day = sorted[at].ValueDate;
            while (at < sorted.Count && sorted[at].ValueDate == day && Rank(sorted[at].Kind) == 0)
            {
                Debit(balance, sorted[at++]);
            }

            AddParts(balance, day == through ? parts : []);

            // On a day without debits nothing is open beside a credit balance, and it stays as it is.
            balance.UseCreditBalance(day);
            while (at < sorted.Count && sorted[at].ValueDate == day)
            {
                Credit(balance, events, sorted[at++]);
            }
        }

        if (sorted.Count == 0 || sorted[^1].ValueDate < through)
        {
            AddParts(balance, parts);
            balance.UseCreditBalance(through);
        }

        return balance;
    }

    private static void AddParts(WorkingBalance balance, IReadOnlyList<WorkingItem> parts)
    {
        foreach (var part in parts)
        {
            balance.Add(part);
        }
    }

    /// <summary>Debits, then reversals, then fee credits, then refunds, then payments; each in order of posting id.</summary>
    private static int InOrderOfTheDay(Posting left, Posting right)
    {
        var byDate = left.ValueDate.CompareTo(right.ValueDate);
        var byRank = byDate != 0 ? byDate : Rank(left.Kind).CompareTo(Rank(right.Kind));
        return byRank != 0 ? byRank : string.CompareOrdinal(left.PostingId, right.PostingId);
    }

    private static int Rank(PostingKind kind) => kind switch
    {
        PostingKind.Reversal => 1,
        PostingKind.FeeCollectionCredit => 2,
        PostingKind.Refund => 3,
        PostingKind.Payment => 4,
        _ => 0,
    };

    private static void Debit(WorkingBalance balance, Posting posting)
    {
        if (posting.Kind.IsFee())
        {
            balance.Add(new WorkingFee(posting.PostingId, posting.Kind.Name(), posting.PostingDate, null, posting.Amount));
            return;
        }

        foreach (var (kind, amount) in FeeNames.Of(posting.Fees))
        {
            balance.Add(new WorkingFee(posting.PostingId, kind, posting.PostingDate, null, amount));
        }

        if (!posting.IsPlan)
        {
            balance.Add(Item(posting));
        }
    }

    private static WorkingItem Item(Posting posting) => posting.Kind switch
    {
        // Cash bears interest from the day it was drawn, whatever day it was booked.
        PostingKind.CashAdvance => new(
            posting.PostingId, 0, ItemKind.CashAdvance, posting.PostingDate, posting.TransactionDate, posting.Amount),
        PostingKind.TaxPayment => new(
            posting.PostingId, 0, ItemKind.TaxPayment, posting.PostingDate, posting.PostingDate, posting.Amount),
        _ => new(posting.PostingId, 0, ItemKind.Purchase, posting.PostingDate, posting.PostingDate, posting.Amount),
    };

    private static void Credit(WorkingBalance balance, CycleEvents events, Posting posting)
    {
        var credit = posting.Amount;
        if (posting.Kind == PostingKind.Reversal)
        {
            credit = events.TakenBack(posting);
            foreach (var item in balance.Items.Where(item => item.PostingId == posting.OriginalPostingId))
            {
                item.IsReversed = true;
            }
        }

        if (posting.OriginalPostingId is { } original && posting.Kind is PostingKind.Reversal or PostingKind.Refund)
        {
            credit = balance.PayNamed(posting.ValueDate, posting.PostingId, original, credit);
        }

        balance.Pay(posting.ValueDate, posting.PostingId, credit);
    }
}
