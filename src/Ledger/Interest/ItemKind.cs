namespace Cycle.Ledger.Interest;

/// <summary>What kind of principal bears interest (rules.md section 5).</summary>
public enum ItemKind
{
    /// <summary>Goods or services; grace per statement.</summary>
    Purchase,

    /// <summary>Cash; interest from the transaction date, never grace.</summary>
    CashAdvance,

    /// <summary>Taxes and government fees; treated like a purchase.</summary>
    TaxPayment,

    /// <summary>One monthly part of an instalment plan; a purchase posted on its statement date.</summary>
    Instalment,
}
