namespace Cycle.Jobs.Reviews;

/// <summary>A product's part of a cycle, in satang.</summary>
/// <param name="Product">The product's code.</param>
/// <param name="Count">Statements.</param>
/// <param name="NewBalance">New balances.</param>
/// <param name="Interest">Interest billed.</param>
/// <param name="Fees">Fees billed, VAT on them included, less fees taken back.</param>
public sealed record ProductSums(string Product, long Count, long NewBalance, long Interest, long Fees);
