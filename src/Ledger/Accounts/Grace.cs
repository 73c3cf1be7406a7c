namespace Cycle.Ledger.Accounts;

/// <summary>Where an item stands with interest-free days (rules.md section 5).</summary>
public enum Grace
{
    /// <summary>On the last statement for the first time: the next cut decides.</summary>
    Pending,

    /// <summary>Bears interest: cash from the start, anything else once grace was lost, for good.</summary>
    None,

    /// <summary>Its statement was paid in full and on time: never bears interest.</summary>
    Kept,
}
