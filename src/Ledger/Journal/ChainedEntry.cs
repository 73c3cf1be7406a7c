namespace Cycle.Ledger.Journal;

/// <summary>An entry in its place in an account's chain.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="BusinessDate">The night that booked it.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Hash">SHA-256 over the hash before and everything in this entry; 32 bytes.</param>
public sealed record ChainedEntry(
    string AccountId, int Number, DateOnly BusinessDate, JournalEntry Entry, ReadOnlyMemory<byte> Hash);
