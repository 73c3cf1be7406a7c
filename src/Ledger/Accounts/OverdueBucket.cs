namespace Cycle.Ledger.Accounts;

/// <summary>What is missing of one statement's minimum payment (rules.md section 7).</summary>
/// <param name="StatementDate">The statement that opened it.</param>
/// <param name="EffectiveDueDate">Overdue when not filled at the end of this day.</param>
/// <param name="Missing">Above zero.</param>
public sealed record OverdueBucket(DateOnly StatementDate, DateOnly EffectiveDueDate, Money Missing);
