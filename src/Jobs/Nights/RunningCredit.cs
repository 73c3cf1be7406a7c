using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Nights;

/// <summary>The credit left after each row of a night, in the order the rows were taken in: what an alert prints must be true at its row (rules.md section 9).</summary>
internal sealed class RunningCredit
{
    private readonly AccountCycle _cycle;
    private Money _available;

    /// <summary>Starts with what was left before the night's files.</summary>
    public RunningCredit(AccountCycle cycle, DateOnly businessDate)
    {
        _cycle = cycle;
        var before = cycle with { Postings = [.. cycle.Postings.Where(posting => posting.TakenOn < businessDate)] };
        _available = Positions.On(before, businessDate).Available(cycle.Account.CreditLimit);
    }

    /// <summary>What is left after a row.</summary>
    public Money After(Posting posting)
    {
        _available += posting.Kind switch
        {
            PostingKind.Payment or PostingKind.Refund => posting.Amount,
            PostingKind.Reversal => TakenBack(posting),

            // A plan uses up the limit with its whole amount, whatever part of it is billed.
            _ => -(posting.Amount + posting.Fees.Total),
        };
        return _available;
    }

    private Money TakenBack(Posting reversal)
    {
        var id = reversal.OriginalPostingId!;
        var original = _cycle.Postings.FirstOrDefault(posting => posting.PostingId == id) ?? _cycle.Originals[id];
        return original.Amount + original.Fees.Total;
    }
}
