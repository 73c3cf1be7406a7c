namespace Cycle.Ledger.Dormancy;

/// <summary>Why the night cancelled a card (rules.md section 8).</summary>
public enum CancellationReason
{
    /// <summary>Approved too long ago without being activated.</summary>
    NotActivated,

    /// <summary>The account owes nothing and has not moved for too long.</summary>
    Dormant,

    /// <summary>A supplementary card whose account has no live primary card.</summary>
    PrimaryCancelled,
}
