using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Billing;

/// <summary>The names under which fees that come with a posting are printed, in the order they are printed (files.md, statements.json).</summary>
public static class FeeNames
{
    /// <summary>Cash advance fee.</summary>
    public const string CashAdvance = "FEE_CASH_ADVANCE";

    /// <summary>VAT on the cash advance fee.</summary>
    public const string CashAdvanceVat = "FEE_CASH_ADVANCE_VAT";

    /// <summary>FX conversion risk charge.</summary>
    public const string FxRisk = "FEE_FX_RISK";

    /// <summary>Fee on tax and government payments.</summary>
    public const string TaxPayment = "FEE_TAX_PAYMENT";

    /// <summary>The fees above zero with their names.</summary>
    public static IEnumerable<(string Kind, Money Amount)> Of(PostingFees fees)
    {
        if (fees.CashAdvance.IsPositive)
        {
            yield return (CashAdvance, fees.CashAdvance);
        }

        if (fees.CashAdvanceVat.IsPositive)
        {
            yield return (CashAdvanceVat, fees.CashAdvanceVat);
        }

        if (fees.FxRisk.IsPositive)
        {
            yield return (FxRisk, fees.FxRisk);
        }

        if (fees.TaxPayment.IsPositive)
        {
            yield return (TaxPayment, fees.TaxPayment);
        }
    }
}
