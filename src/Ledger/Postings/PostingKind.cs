namespace Cycle.Ledger.Postings;

/// <summary>What a posting is (rules.md section 3); the last four are made by the night itself.</summary>
public enum PostingKind
{
    /// <summary>Goods or services.</summary>
    Purchase,

    /// <summary>Cash.</summary>
    CashAdvance,

    /// <summary>Taxes and government fees.</summary>
    TaxPayment,

    /// <summary>Money received from the holder.</summary>
    Payment,

    /// <summary>Goods returned; no payment.</summary>
    Refund,

    /// <summary>An original taken back whole by the bank or the merchant.</summary>
    Reversal,

    /// <summary>Service fee: a new card.</summary>
    FeeCardReplacement,

    /// <summary>Service fee: a copy of a statement.</summary>
    FeeStatementCopy,

    /// <summary>Service fee: a copy of a domestic sales slip.</summary>
    FeeSalesSlipDomestic,

    /// <summary>Service fee: a copy of a foreign sales slip.</summary>
    FeeSalesSlipForeign,

    /// <summary>Service fee: a new PIN.</summary>
    FeePinReissue,

    /// <summary>Entrance fee of a card, on activation.</summary>
    FeeEntrance,

    /// <summary>Annual fee of a card.</summary>
    FeeAnnual,

    /// <summary>Collection fee of an overdue account.</summary>
    FeeCollection,

    /// <summary>A collection fee judged again and credited, whole or in part.</summary>
    FeeCollectionCredit,
}
