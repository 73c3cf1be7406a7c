namespace Cycle.Ledger.Journal;

/// <summary>One side of an entry.</summary>
/// <param name="GlAccount">The control account.</param>
/// <param name="Debit">Zero or above; zero when it is a credit.</param>
/// <param name="Credit">Zero or above; zero when it is a debit.</param>
public sealed record JournalLine(string GlAccount, Money Debit, Money Credit);
