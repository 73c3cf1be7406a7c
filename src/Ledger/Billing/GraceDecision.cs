namespace Cycle.Ledger.Billing;

/// <summary>Whether the statement before was paid in full and on time, and the sum that decided it (rules.md section 5).</summary>
/// <param name="StatementDate">That statement, if there was one at the last cut.</param>
/// <param name="Through">Its effective due date.</param>
/// <param name="Required">Its new balance.</param>
/// <param name="Paid">Payments and reversals of billed items with a value date up to <paramref name="Through"/>.</param>
public sealed record GraceDecision(DateOnly? StatementDate, DateOnly? Through, Money Required, Money Paid)
{
    /// <summary>A statement that owed nothing, or none at all, counts as paid.</summary>
    public bool IsPaidInFull => StatementDate is null || !Required.IsPositive || Paid >= Required;
}
