namespace Cycle.Jobs.Intake.Masters;

/// <summary>A row of a master file, read.</summary>
/// <param name="Line">Physical line on which it begins.</param>
/// <param name="Key">What it is the row of; one row each.</param>
/// <param name="Values">The values of the kind's columns, in their order; empty when the row is rejected.</param>
/// <param name="Rejection">Why its cells alone reject it.</param>
internal sealed record MasterRow(long Line, string Key, object?[] Values, Rejection? Rejection);
