namespace Cycle.Ledger.Billing;

/// <summary>What was spent in a cycle: purchases, tax payments, cash advances and instalment parts, before refunds.</summary>
/// <param name="StatementDate">The cycle's cut.</param>
/// <param name="Amount">Zero or above.</param>
public readonly record struct CycleSpending(DateOnly StatementDate, Money Amount)
{
    /// <summary>A statement's own.</summary>
    public static CycleSpending Of(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new(statement.StatementDate, statement.Purchases + statement.CashAdvances + statement.Instalments);
    }
}
