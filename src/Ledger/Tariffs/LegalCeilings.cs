namespace Cycle.Ledger.Tariffs;

/// <summary>What the law allows at most (rules.md section 2). Not tariff data: a tariff above one of these is refused.</summary>
public static class LegalCeilings
{
    /// <summary>Any annual interest rate: 16 %.</summary>
    public static readonly PercentRate Interest = new(1_600);

    /// <summary>FX conversion risk charge: 2.5 % of the baht amount.</summary>
    public static readonly PercentRate FxRisk = new(250);

    /// <summary>Fee on tax and government payments: 2 % of the amount.</summary>
    public static readonly PercentRate TaxPaymentFee = new(200);
}
