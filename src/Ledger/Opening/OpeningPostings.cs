using Cycle.Ledger.Billing;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Opening;

/// <summary>
/// The postings behind an opened account. Those on statements count as taken on the last cut, by the other system: what selects the
/// postings of a night by their date never finds them, and later refunds and reversals do.
/// </summary>
public static class OpeningPostings
{
    /// <summary>The postings, one an id.</summary>
    /// <param name="opening">An account without problems.</param>
    /// <param name="businessDate">The night, which takes what was charged since the last cut.</param>
    public static IEnumerable<Posting> Of(OpeningAccount opening, DateOnly businessDate)
    {
        ArgumentNullException.ThrowIfNull(opening);
        var cut = opening.Head.LastCut;
        var items = opening.Items.Select(item => new Posting(
            item.PostingId, item.CardId, item.Kind, item.TransactionDate, item.PostingDate, item.PostingDate, cut,
            item.Original, item.Amount, FeesOf(item.PostingId, opening), item.Merchant));
        var plans = opening.Plans.Select(plan => new Posting(
            plan.PostingId, plan.CardId, PostingKind.Purchase, plan.TransactionDate, plan.PostingDate, plan.PostingDate, cut,
            plan.Original, plan.Amount, FeesOf(plan.PostingId, opening), plan.Merchant, InstalmentMonths: plan.Months));
        var fees = opening.Fees.Where(fee => !fee.ComesWithPosting).Select(fee => new Posting(
            fee.PostingId, fee.CardId, FeeKinds.PostingKindOf(fee.Kind), fee.PostingDate, fee.PostingDate, fee.PostingDate,
            fee.BilledOn is null ? businessDate : cut, CurrencyAmount.OfBaht(fee.Amount), fee.Amount, PostingFees.None, Merchant: ""));
        return items.Concat(plans).Concat(fees);
    }

    private static PostingFees FeesOf(string postingId, OpeningAccount opening)
    {
        Money Charged(string kind) =>
            Money.Sum(opening.Fees.Where(fee => fee.PostingId == postingId && fee.Kind == kind).Select(fee => fee.Amount));
        return new(
            Charged(FeeNames.CashAdvance), Charged(FeeNames.CashAdvanceVat), Charged(FeeNames.FxRisk), Charged(FeeNames.TaxPayment));
    }
}
