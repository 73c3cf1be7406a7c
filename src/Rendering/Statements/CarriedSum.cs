using Cycle.Ledger;

namespace Cycle.Rendering.Statements;

/// <summary>What a table carries from one page to the next.</summary>
/// <param name="Group">Whose lines go on; empty when the table has no groups.</param>
/// <param name="Sum">The sum of the group's lines so far.</param>
internal readonly record struct CarriedSum(string Group, Money Sum);
