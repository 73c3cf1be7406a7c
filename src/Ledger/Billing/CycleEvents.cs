using Cycle.Ledger.Accounts;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Billing;

/// <summary>
/// A cycle's postings seen as events: which of them exist for allocation and interest, and what a reversal takes back
/// (rules.md section 3).
/// </summary>
internal sealed class CycleEvents
{
    private readonly AccountCycle _cycle;
    private readonly Dictionary<string, Posting> _ofThisCycle;
    private readonly HashSet<string> _reversed = new(StringComparer.Ordinal);

    public CycleEvents(AccountCycle cycle)
    {
        _cycle = cycle;
        _ofThisCycle = cycle.Postings.ToDictionary(posting => posting.PostingId, StringComparer.Ordinal);
        foreach (var reversal in cycle.Postings.Where(posting => posting.Kind == PostingKind.Reversal))
        {
            _reversed.Add(reversal.OriginalPostingId!);
        }
    }

    /// <summary>Whether this original is reversed in this cycle.</summary>
    public bool IsReversed(string postingId) => _reversed.Contains(postingId);

    /// <summary>Whether the original of a reversal was on a statement before this cycle.</summary>
    public bool TakesBackBilled(Posting reversal) => !_ofThisCycle.ContainsKey(reversal.OriginalPostingId!);

    /// <summary>The posting that a refund or reversal names.</summary>
    /// <exception cref="InvalidOperationException">The caller left it out of the cycle's originals.</exception>
    public Posting OriginalOf(Posting credit)
    {
        var id = credit.OriginalPostingId!;
        return _ofThisCycle.TryGetValue(id, out var original) || _cycle.Originals.TryGetValue(id, out original)
            ? original
            : throw new InvalidOperationException($"Posting {credit.PostingId} names {id}, which was not supplied.");
    }

    /// <summary>The principal a reversal takes back: of a plan, only the parts already on statements.</summary>
    public Money PrincipalTakenBack(Posting reversal)
    {
        var original = OriginalOf(reversal);
        if (!original.IsPlan)
        {
            return original.Amount;
        }

        if (!TakesBackBilled(reversal))
        {
            return Money.Zero;
        }

        var running = _cycle.State.Plans.FirstOrDefault(plan => plan.PostingId == original.PostingId);
        return running?.Billed ?? original.Amount;
    }

    /// <summary>Everything a reversal takes back: principal and every fee that came with the original.</summary>
    public Money TakenBack(Posting reversal) => PrincipalTakenBack(reversal) + OriginalOf(reversal).Fees.Total;

    /// <summary>
    /// What counts as paid towards the last statement through a date, for grace and the minimum: payments, and reversals of billed
    /// originals. Refunds and fee credits do not.
    /// </summary>
    public Money PaidThrough(DateOnly date) => Money.Sum(_cycle.Postings
        .Where(posting => posting.ValueDate <= date)
        .Select(posting => posting.Kind switch
        {
            PostingKind.Payment => posting.Amount,
            PostingKind.Reversal when TakesBackBilled(posting) => TakenBack(posting),
            _ => Money.Zero,
        }));

    /// <summary>Refunds with a value date through a date.</summary>
    public Money RefundedThrough(DateOnly date) => Money.Sum(_cycle.Postings
        .Where(posting => posting.Kind == PostingKind.Refund && posting.ValueDate <= date)
        .Select(posting => posting.Amount));

    /// <summary>The events that exist for allocation, with a value date through a date, in any order.</summary>
    public IEnumerable<Posting> Existing(DateOnly through) => _cycle.Postings.Where(posting =>
        posting.ValueDate <= through
        && !_reversed.Contains(posting.PostingId)
        && (posting.Kind != PostingKind.Reversal || TakesBackBilled(posting)));

    /// <summary>The plans that still have parts to come: running ones, then new ones; reversed ones have none.</summary>
    public IEnumerable<InstalmentPlan> Plans()
    {
        var taken = _cycle.Postings
            .Where(posting => posting.IsPlan)
            .Select(posting => new InstalmentPlan(
                posting.PostingId, posting.CardId, posting.TransactionDate, posting.Merchant, posting.Amount,
                posting.InstalmentMonths!.Value, PartsBilled: 0));
        return _cycle.State.Plans.Concat(taken).Where(plan => !_reversed.Contains(plan.PostingId));
    }
}
