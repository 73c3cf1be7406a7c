using Cycle.Ledger;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Storage.Cycles;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>Reports accounts that tonight's debits put over their credit limit, or their cash over its share of it (rules.md section 2).</summary>
internal sealed class LimitsStep : AccountStep
{
    public override string Name => "limits";

    public override string Candidates(Night night) =>
        TakenTonight.Accounts(night, $"p.kind not in ({Sql.Kinds(kind => !kind.IsDebit())})");

    protected override string Summary(long made) => $"{made} accounts over a limit";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var night = work.Night;
        var accounts = await work.Accounts.ReadAsync(await MayBeOverAsync(work, cancellationToken), cancellationToken);
        var found = new List<(string AccountId, string Kind, string Detail)>();
        foreach (var account in accounts)
        {
            found.AddRange(work.Try(account.AccountId, () => Check(account, night)) ?? []);
        }

        await WriteAsync(work.Connection, found, night.Date, cancellationToken);
        return found.Count;
    }

    /// <summary>Most accounts are below their limit even by the sum of all their debits; only the others' cycles are carried out and folded.</summary>
    private static async Task<IReadOnlyList<string>> MayBeOverAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var night = work.Night;
        var share = night.Tariff.CashLimitShare.On(night.Date);
        var usages = await new UsageReader(work.Connection, AsOf.Night(night.Date)).ReadAsync(work.Selection, night.Date, cancellationToken);
        return
        [
            .. usages
                .Where(account => account.Ceiling.Used > account.CreditLimit
                    || (account.TookCash && account.Ceiling.CashPrincipal > share.Of(account.CreditLimit)))
                .Select(account => account.AccountId),
        ];
    }

    private static List<(string AccountId, string Kind, string Detail)> Check(StoredAccount account, Night night)
    {
        var position = Positions.On(account.Cycle, night.Date);
        var limit = account.Cycle.Account.CreditLimit;
        var found = new List<(string AccountId, string Kind, string Detail)>();
        if (position.Available(limit) < Money.Zero)
        {
            found.Add((account.AccountId, "OVER_LIMIT", $"used {limit - position.Available(limit)} of {limit}"));
        }

        var cashLimit = night.Tariff.CashLimitShare.On(night.Date).Of(limit);
        var tookCash = account.Cycle.Postings.Any(
            posting => posting.Kind == PostingKind.CashAdvance && posting.TakenOn == night.Date);
        if (tookCash && position.CashPrincipal > cashLimit)
        {
            found.Add((account.AccountId, "CASH_OVER_LIMIT", $"cash {position.CashPrincipal} of {cashLimit}"));
        }

        return found;
    }

    private static async Task WriteAsync(
        NpgsqlConnection connection,
        List<(string AccountId, string Kind, string Detail)> found,
        DateOnly date,
        CancellationToken cancellationToken)
    {
        if (found.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            """
            insert into exceptions (business_date, account_id, kind, detail)
            select $1, e.account_id, e.kind, e.detail
            from unnest($2::text[], $3::text[], $4::text[]) as e (account_id, kind, detail)
            on conflict do nothing
            """,
            connection);
        command.Parameters.Add(new() { Value = date, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = found.Select(e => e.AccountId).ToArray() });
        command.Parameters.Add(new() { Value = found.Select(e => e.Kind).ToArray() });
        command.Parameters.Add(new() { Value = found.Select(e => e.Detail).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
