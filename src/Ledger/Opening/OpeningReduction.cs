namespace Cycle.Ledger.Opening;

/// <summary>A credit that reduced an item of the last statement before that statement was made: should the item lose grace, its interest counts from its posting date.</summary>
/// <param name="PostingId">The item.</param>
/// <param name="ValueDate">From this day on the principal was smaller.</param>
/// <param name="Amount">By how much, above zero.</param>
public sealed record OpeningReduction(string PostingId, DateOnly ValueDate, Money Amount) : OpeningRecord;
