using Cycle.Ledger.Accounts;
using Cycle.Ledger.Journal;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Storage.Books;
using Cycle.Ledger.Storage.Cycles;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>Books tonight's postings, those from files and those the night made; the close books its own effects.</summary>
internal sealed class JournalStep : AccountStep
{
    public override string Name => "journal";

    public override string Candidates(Night night) => TakenTonight.Accounts(night);

    protected override string Summary(long made) => $"{made} journal entries booked";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var night = work.Night;
        var taken = await new PostingReader(work.Connection, AsOf.TakenIn(night.Date)).ReadAsync(work.Selection, cancellationToken);
        var cycles = await ReadCyclesAsync(work, taken, cancellationToken);
        var booked = new List<(string AccountId, IReadOnlyList<JournalEntry> Entries)>(taken.Count);
        foreach (var (accountId, postings) in taken.OrderBy(account => account.Key, StringComparer.Ordinal))
        {
            var entries = work.Try(accountId, () => cycles.TryGetValue(accountId, out var cycle)
                ? PostingEntries.Of(cycle, night.Date).ToList()
                : PostingEntries.Of(postings).ToList());
            booked.Add((accountId, entries ?? []));
        }

        await new JournalWriter(work.Connection).AppendAsync(booked, night.Date, cancellationToken);
        return booked.Sum(account => account.Entries.Count);
    }

    /// <summary>What a reversal takes back stands in its cycle; of the other accounts, most of them, nothing but tonight's rows is carried out.</summary>
    private static async Task<Dictionary<string, AccountCycle>> ReadCyclesAsync(
        PartitionWork work, Dictionary<string, List<Posting>> taken, CancellationToken cancellationToken)
    {
        var withReversals = taken
            .Where(account => account.Value.Exists(posting => posting.Kind == PostingKind.Reversal))
            .Select(account => account.Key);
        var accounts = await work.Accounts.ReadAsync([.. withReversals], cancellationToken);
        return accounts.ToDictionary(account => account.AccountId, account => account.Cycle, StringComparer.Ordinal);
    }
}
