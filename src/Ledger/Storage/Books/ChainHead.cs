namespace Cycle.Ledger.Storage.Books;

/// <summary>Where an account's chain ends.</summary>
/// <param name="Number">Number of the last entry; 0 when there is none.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Balance">The account's balance by its entries.</param>
public sealed record ChainHead(int Number, ReadOnlyMemory<byte> Hash, Money Balance);
