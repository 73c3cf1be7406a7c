using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Postings;

/// <summary>The fees that come with a posting, posted with it on its posting date (rules.md section 3). They never bear interest.</summary>
/// <param name="CashAdvance">Cash advance fee.</param>
/// <param name="CashAdvanceVat">VAT on that fee.</param>
/// <param name="FxRisk">FX conversion risk charge.</param>
/// <param name="TaxPayment">Fee on tax and government payments.</param>
public readonly record struct PostingFees(Money CashAdvance, Money CashAdvanceVat, Money FxRisk, Money TaxPayment)
{
    /// <summary>No fees.</summary>
    public static readonly PostingFees None;

    /// <summary>All of them together.</summary>
    public Money Total => CashAdvance + CashAdvanceVat + FxRisk + TaxPayment;

    /// <summary>
    /// Assesses the fees of a posting: each percentage of the baht amount rounded half away from zero to the satang; the FX
    /// charge is in no other fee's base.
    /// </summary>
    /// <param name="kind">The posting's kind; kinds without principal have no fees.</param>
    /// <param name="isForeign">Whether the transaction was in another currency.</param>
    /// <param name="amount">The baht amount.</param>
    /// <param name="postingDate">Decides the tariff values in force.</param>
    /// <param name="tariff">The tariff.</param>
    public static PostingFees Assess(PostingKind kind, bool isForeign, Money amount, DateOnly postingDate, Tariff tariff)
    {
        ArgumentNullException.ThrowIfNull(tariff);
        if (!kind.IsPrincipal())
        {
            return None;
        }

        var cash = kind == PostingKind.CashAdvance ? tariff.CashAdvanceFee.On(postingDate).Of(amount) : Money.Zero;
        return new(
            cash,
            tariff.CashAdvanceFeeVat.On(postingDate).Of(cash),
            isForeign ? tariff.FxRisk.On(postingDate).Of(amount) : Money.Zero,
            kind == PostingKind.TaxPayment ? tariff.TaxPaymentFee.On(postingDate).Of(amount) : Money.Zero);
    }
}
