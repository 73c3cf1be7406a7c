using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;

namespace Cycle.Jobs.Audit;

/// <summary>Where a fee line comes from: the posting it came with and the tariff term behind it.</summary>
internal static class FeeReasons
{
    public static bool IsFee(StatementLine line) => line.Kind.StartsWith("FEE_", StringComparison.Ordinal);

    public static string Of(StatementLine line, AccountCycle cycle, Tariff tariff, ReasonTexts texts)
    {
        var head = $"{line.PostingDate:yyyy-MM-dd}  {line.PostingId}  {texts.Named(line.Kind)}  {line.Amount}";
        var posting = cycle.Postings.FirstOrDefault(posting => posting.PostingId == line.PostingId);
        if (posting is { Kind: PostingKind.Reversal })
        {
            return $"{head}  {texts.Say("fee.taken-back", posting.OriginalPostingId)}";
        }

        return line.Kind switch
        {
            FeeNames.CashAdvance => Percent(head, tariff.CashAdvanceFee, posting, line, texts),
            FeeNames.FxRisk => Percent(head, tariff.FxRisk, posting, line, texts),
            FeeNames.TaxPayment => Percent(head, tariff.TaxPaymentFee, posting, line, texts),
            FeeNames.CashAdvanceVat =>
                $"{head}  {texts.Say("fee.vat", tariff.CashAdvanceFeeVat.On(line.PostingDate), texts.Source(tariff.CashAdvanceFeeVat.Source))}",
            "FEE_COLLECTION" when line.Amount < Ledger.Money.Zero =>
                $"{head}  {texts.Say("fee.judged-again", posting?.OriginalPostingId)}",
            "FEE_COLLECTION" => $"{head}  {texts.Say("fee.collection", texts.Source(tariff.Collection.Source))}",
            "FEE_ENTRANCE" or "FEE_ANNUAL" => $"{head}  {texts.Say("fee.product", cycle.Account.Product, line.PostingDate)}",
            _ => posting is not null && tariff.ServiceFees.TryGetValue(posting.Kind, out var terms)
                ? $"{head}  ({texts.Source(terms.Source)})"
                : head,
        };
    }

    private static string Percent(string head, Dated<Ledger.PercentRate> term, Posting? posting, StatementLine line, ReasonTexts texts) =>
        $"{head}  {term.On(line.PostingDate)} % x {posting?.Amount} ({texts.Source(term.Source)})";
}
