using Cycle.Ledger.Collections;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Storage.Cycles;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>Posts collection fees the day after an effective due date, and credits those that tonight's postings have disproved (rules.md section 7).</summary>
internal sealed class CollectionFeesStep : AccountStep
{
    public override string Name => "collection-fees";

    public override string Candidates(Night night) =>
        $"""
        select account_id from accounts where effective_due_date = {Sql.Date(night.Date.AddDays(-1))}
        union
        select account_id from accounts where older_due_dates is not null and {Sql.Date(night.Date.AddDays(-1))} = any (older_due_dates)
        union
        select a.account_id
        from ({TakenTonight.Accounts(night)}) touched
        join accounts a on a.account_id = touched.account_id
        where exists (
            select from postings fee
            where fee.account_id = a.account_id and fee.value_date > coalesce(a.last_cut, '-infinity') and fee.kind = {(int)PostingKind.FeeCollection}
            offset 0)
        """;

    protected override string Summary(long made) => $"{made} collection fees posted or credited";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var night = work.Night;
        var accounts = await work.Accounts.ReadAsync(work.Selection, cancellationToken);
        var postings = new List<(string AccountId, Posting Posting)>();
        foreach (var account in accounts)
        {
            var judged = work.Try(
                account.AccountId, () => CollectionFee.Judge(account.Cycle, night.Date, night.Tariff).ToList());
            postings.AddRange((judged ?? []).Select(posting => (account.AccountId, posting)));
        }

        await new NightPostingWriter(work.Connection).WriteAsync(postings, cancellationToken);
        return postings.Count;
    }
}
