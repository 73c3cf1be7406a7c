namespace Cycle.Ledger.Collections;

/// <summary>How far an account is behind (rules.md section 7).</summary>
/// <param name="Cycles">Minimums not filled by their effective due dates.</param>
/// <param name="Amount">What is missing in them, capped.</param>
public readonly record struct OverdueState(int Cycles, Money Amount)
{
    /// <summary>Not behind.</summary>
    public static readonly OverdueState None;
}
