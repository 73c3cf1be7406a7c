namespace Cycle.Ledger.Tariffs;

/// <summary>The collection fee (rules.md sections 2 and 7).</summary>
/// <param name="OverdueAbove">Charged only when more than this is overdue.</param>
/// <param name="OneCycle">Fee at one overdue cycle.</param>
/// <param name="MoreCycles">Fee at two or more.</param>
public sealed record CollectionTerms(Money OverdueAbove, Money OneCycle, Money MoreCycles)
{
    /// <summary>The fee for an overdue state; zero when none is due.</summary>
    /// <param name="cycles">Overdue cycles.</param>
    /// <param name="amount">Overdue amount.</param>
    public Money FeeFor(int cycles, Money amount) =>
        amount <= OverdueAbove ? Money.Zero : cycles switch { 0 => Money.Zero, 1 => OneCycle, _ => MoreCycles };
}
