namespace Cycle.Ledger.Billing;

/// <summary>One step of a credit's allocation: which credit paid what, when. The evidence behind every explanation.</summary>
/// <param name="ValueDate">The day it counts.</param>
/// <param name="CreditId">The posting that brought the credit; empty when an earlier credit balance was used.</param>
/// <param name="Target">What kind of debt was paid.</param>
/// <param name="PostingId">The posting that made the debt; empty for interest and credit balances.</param>
/// <param name="BilledOn">The statement that billed the debt, if any.</param>
/// <param name="Amount">What was paid, above zero.</param>
public sealed record Allocation(
    DateOnly ValueDate, string CreditId, AllocationTarget Target, string PostingId, DateOnly? BilledOn, Money Amount);
