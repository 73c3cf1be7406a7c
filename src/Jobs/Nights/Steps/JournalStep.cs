using Cycle.Ledger.Journal;
using Cycle.Ledger.Storage.Books;
using Cycle.Ledger.Storage.Cycles;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>Books tonight's postings, those from files and those the night made; the close books its own effects.</summary>
internal sealed class JournalStep : AccountStep
{
    public override string Name => "journal";

    public override string Candidates(Night night) =>
        $"select distinct account_id from postings where taken_on = {Sql.Date(night.Date)}";

    protected override string Summary(long made) => $"{made} journal entries booked";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var accounts = await work.Accounts.ReadAsync(work.Selection, cancellationToken);
        var booked = new List<(string AccountId, IReadOnlyList<JournalEntry> Entries)>(accounts.Count);
        foreach (var account in accounts)
        {
            var entries = work.Try(
                account.AccountId, () => PostingEntries.Of(account.Cycle, work.Night.Date).ToList());
            booked.Add((account.AccountId, entries ?? []));
        }

        await new JournalWriter(work.Connection).AppendAsync(booked, work.Night.Date, cancellationToken);
        return booked.Sum(account => account.Entries.Count);
    }
}
