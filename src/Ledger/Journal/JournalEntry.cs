namespace Cycle.Ledger.Journal;

/// <summary>One entry, debits and credits in balance. Entries are only ever added; a correction is a new one.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Reference">The posting's id, or the statement date.</param>
/// <param name="Lines">Its lines; none is zero, debits equal credits.</param>
public sealed record JournalEntry(string Kind, string Reference, IReadOnlyList<JournalLine> Lines)
{
    /// <summary>The entry's effect on the account's balance: net debit of the receivables less customer credit.</summary>
    public Money BalanceEffect => Money.Sum(Lines
        .Where(line => GlAccount.OfBalances.Contains(line.GlAccount))
        .Select(line => line.Debit - line.Credit));
}
