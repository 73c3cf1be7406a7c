namespace Cycle.Ledger.Accounts;

/// <summary>Whose card it is on the account.</summary>
public enum CardRole
{
    /// <summary>The account holder's own card.</summary>
    Primary,

    /// <summary>A further card on the same account and limit.</summary>
    Supplementary,
}
