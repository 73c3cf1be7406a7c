namespace Cycle.Ledger.Journal;

/// <summary>Builds one entry: zero amounts leave no line, a negative debit is a credit, and what does not balance is refused.</summary>
internal sealed class EntryBuilder(string kind, string reference)
{
    private readonly List<JournalLine> _lines = [];

    public EntryBuilder Debit(string account, Money amount)
    {
        if (!amount.IsZero)
        {
            _lines.Add(amount.IsPositive ? new(account, amount, Money.Zero) : new(account, Money.Zero, -amount));
        }

        return this;
    }

    public EntryBuilder Credit(string account, Money amount) => Debit(account, -amount);

    /// <summary>The entry, or nothing when it has no lines.</summary>
    /// <exception cref="InvalidOperationException">Debits and credits differ: a defect.</exception>
    public IEnumerable<JournalEntry> Build()
    {
        var net = Money.Sum(_lines.Select(line => line.Debit - line.Credit));
        if (!net.IsZero)
        {
            throw new InvalidOperationException($"Journal entry {kind} {reference} does not balance by {net}.");
        }

        return _lines.Count == 0 ? [] : [new(kind, reference, _lines)];
    }
}
