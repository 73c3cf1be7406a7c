namespace Cycle.Ledger.Collections;

/// <summary>How far an account is behind, in days (rules.md section 7: the overdue state at each calendar month-end).</summary>
/// <param name="State">Minimums not filled, and what is missing in them.</param>
/// <param name="Since">Effective due date of the oldest of them.</param>
/// <param name="DaysPastDue">Calendar days since then; 0 on that date itself, at whose end the minimum became overdue.</param>
public readonly record struct Arrears(OverdueState State, DateOnly Since, int DaysPastDue);
