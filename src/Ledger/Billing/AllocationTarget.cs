namespace Cycle.Ledger.Billing;

/// <summary>What a part of a credit paid, in the order in which credits pay (rules.md section 4).</summary>
public enum AllocationTarget
{
    /// <summary>The original that a refund or reversal names, before anything else.</summary>
    NamedPrincipal,

    /// <summary>A fee on an earlier statement.</summary>
    BilledFee,

    /// <summary>Interest on an earlier statement.</summary>
    BilledInterest,

    /// <summary>Principal on an earlier statement.</summary>
    BilledPrincipal,

    /// <summary>A fee of this cycle.</summary>
    UnbilledFee,

    /// <summary>Principal of this cycle.</summary>
    UnbilledPrincipal,

    /// <summary>Nothing left to pay: a credit balance.</summary>
    CreditBalance,
}
