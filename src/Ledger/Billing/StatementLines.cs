using Cycle.Ledger.Accounts;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Billing;

/// <summary>The printed lines of a cycle: every posting taken in, its fees, and the instalment parts of the cut.</summary>
internal static class StatementLines
{
    /// <summary>The name under which instalment parts are printed.</summary>
    public const string Instalment = "INSTALMENT";

    /// <summary>All lines in posting-date, posting-id order.</summary>
    public static List<StatementLine> Of(AccountCycle cycle, CycleEvents events, DateOnly cut, IEnumerable<InstalmentPlan> parts)
    {
        var lines = new List<StatementLine>();
        foreach (var posting in cycle.Postings)
        {
            AddPosting(lines, events, posting);
        }

        lines.AddRange(parts.Select(plan => Part(plan, cut)));

        // Stable: a posting's own line stays before its fees.
        return [.. lines.OrderBy(line => line.PostingDate).ThenBy(line => line.PostingId, StringComparer.Ordinal)];
    }

    private static void AddPosting(List<StatementLine> lines, CycleEvents events, Posting posting)
    {
        switch (posting.Kind)
        {
            case PostingKind.Reversal:
                var principal = events.PrincipalTakenBack(posting);
                if (!principal.IsZero)
                {
                    lines.Add(Line(posting, posting.Original, -principal));
                }

                AddFees(lines, posting, events.OriginalOf(posting).Fees, isTakenBack: true);
                break;
            case PostingKind.Payment or PostingKind.Refund or PostingKind.FeeCollectionCredit:
                lines.Add(Line(posting, posting.Original, -posting.Amount));
                break;
            case var kind when kind.IsFee() && posting.Amount.IsZero:
                break; // What the tariff gives for nothing is no fee; the posting still makes a statement.
            default:
                if (!posting.IsPlan)
                {
                    lines.Add(Line(posting, posting.Original, posting.Amount));
                }

                AddFees(lines, posting, posting.Fees, isTakenBack: false);
                break;
        }
    }

    private static void AddFees(List<StatementLine> lines, Posting posting, PostingFees fees, bool isTakenBack)
    {
        foreach (var (kind, amount) in FeeNames.Of(fees))
        {
            lines.Add(new(
                posting.PostingId, posting.CardId, kind, posting.TransactionDate, posting.PostingDate,
                LineDescriptions.Of(kind), CurrencyAmount.OfBaht(amount), isTakenBack ? -amount : amount));
        }
    }

    private static StatementLine Line(Posting posting, CurrencyAmount original, Money amount) => new(
        posting.PostingId, posting.CardId, posting.Kind.Name(), posting.TransactionDate, posting.PostingDate,
        posting.Merchant.Length > 0 ? posting.Merchant : LineDescriptions.Of(posting.Kind.Name()), original, amount);

    private static StatementLine Part(InstalmentPlan plan, DateOnly cut)
    {
        var number = plan.PartsBilled + 1;
        var amount = plan.Part(number);
        var name = plan.Merchant.Length > 0 ? plan.Merchant : LineDescriptions.Of(Instalment);
        return new(
            plan.PostingId, plan.CardId, Instalment, plan.TransactionDate, cut,
            $"{name} {number}/{plan.Months}", CurrencyAmount.OfBaht(amount), amount);
    }
}
