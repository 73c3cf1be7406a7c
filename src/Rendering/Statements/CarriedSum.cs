using Cycle.Ledger;

namespace Cycle.Rendering.Statements;

/// <summary>What a table carries from one page to the next.</summary>
/// <param name="Title">Whose lines go on; empty when the table has no groups.</param>
/// <param name="CardNumber">The masked number of the card whose lines go on; may be empty.</param>
/// <param name="Sum">The sum of the group's lines so far.</param>
internal readonly record struct CarriedSum(string Title, string CardNumber, Money Sum);
