namespace Cycle.Ledger.Billing;

/// <summary>What a line is called in the data when it has no merchant. The printed statement has its own wording in each language.</summary>
public static class LineDescriptions
{
    /// <summary>The name of a line's kind.</summary>
    public static string Of(string kind) => kind switch
    {
        "PAYMENT" => "Payment",
        "REFUND" => "Refund",
        "REVERSAL" => "Reversal",
        "CASH_ADVANCE" => "Cash advance",
        "TAX_PAYMENT" => "Tax or government payment",
        "INSTALMENT" => "Instalment",
        FeeNames.CashAdvance => "Cash advance fee",
        FeeNames.CashAdvanceVat => "VAT on cash advance fee",
        FeeNames.FxRisk => "Currency conversion risk charge",
        FeeNames.TaxPayment => "Tax payment fee",
        "FEE_COLLECTION" => "Collection fee",
        "FEE_ENTRANCE" => "Entrance fee",
        "FEE_ANNUAL" => "Annual fee",
        "FEE_CARD_REPLACEMENT" => "Card replacement fee",
        "FEE_STATEMENT_COPY" => "Statement copy fee",
        "FEE_SALES_SLIP_DOMESTIC" => "Sales slip copy fee, domestic",
        "FEE_SALES_SLIP_FOREIGN" => "Sales slip copy fee, foreign",
        "FEE_PIN_REISSUE" => "PIN reissue fee",
        _ => "Purchase",
    };
}
