namespace Cycle.Ledger.Tariffs;

/// <summary>What purchases bear on the statement that first bills them when the one before was not paid in full (rules.md section 5).</summary>
public enum PurchasesWhileRevolving
{
    /// <summary>Nothing: their own statement decides (the default).</summary>
    OwnStatement,

    /// <summary>Interest from their posting date, at once.</summary>
    FromPosting,
}
