using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Cycle.Ledger.Journal;

/// <summary>The chain over one account's entries: each carries the hash of the one before (rules.md section 11).</summary>
public static class HashChain
{
    /// <summary>What the first entry of an account follows: 32 zero bytes.</summary>
    public static ReadOnlyMemory<byte> Start { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>Puts an entry behind another.</summary>
    /// <param name="previous">The hash of the entry before, or <see cref="Start"/>.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="number">The entry's number, from 1.</param>
    /// <param name="businessDate">The night.</param>
    /// <param name="entry">The entry.</param>
    public static ChainedEntry Append(
        ReadOnlyMemory<byte> previous, string accountId, int number, DateOnly businessDate, JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var text = Canonical(accountId, number, businessDate, entry);
        var hashed = ArrayPool<byte>.Shared.Rent(previous.Length + Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            previous.Span.CopyTo(hashed);
            var length = previous.Length + Encoding.UTF8.GetBytes(text, hashed.AsSpan(previous.Length));
            return new(accountId, number, businessDate, entry, SHA256.HashData(hashed.AsSpan(0, length)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(hashed);
        }
    }

    /// <summary>The text that is hashed: every field on a line of its own. Stored chains depend on it.</summary>
    private static string Canonical(string accountId, int number, DateOnly businessDate, JournalEntry entry)
    {
        var text = new StringBuilder()
            .Append(accountId).Append('\n').Append(number).Append('\n').Append(businessDate.DayNumber).Append('\n')
            .Append(entry.Kind).Append('\n').Append(entry.Reference).Append('\n');
        foreach (var line in entry.Lines)
        {
            text.Append(line.GlAccount).Append('\t').Append(line.Debit.Satang).Append('\t').Append(line.Credit.Satang).Append('\n');
        }

        return text.ToString();
    }
}
