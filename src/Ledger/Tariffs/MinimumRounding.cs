namespace Cycle.Ledger.Tariffs;

/// <summary>How the percentage part of the minimum payment is rounded (rules.md section 2).</summary>
public enum MinimumRounding
{
    /// <summary>Down to whole baht: 1,040 out of 10,400.82.</summary>
    BahtDown,

    /// <summary>Half away from zero to the satang.</summary>
    Satang,

    /// <summary>Up to whole baht.</summary>
    BahtUp,
}
