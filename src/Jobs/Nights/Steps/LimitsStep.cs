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
        $"""
        select distinct account_id from postings
        where taken_on = {Sql.Date(night.Date)}
          and kind not in ({(int)PostingKind.Payment}, {(int)PostingKind.Refund}, {(int)PostingKind.Reversal}, {(int)PostingKind.FeeCollectionCredit})
        """;

    protected override string Summary(long made) => $"{made} accounts over a limit";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var night = work.Night;
        var accounts = await work.Accounts.ReadAsync(work.Selection, cancellationToken);
        var found = new List<(string AccountId, string Kind, string Detail)>();
        foreach (var account in accounts)
        {
            found.AddRange(work.Try(account.AccountId, () => Check(account, night)) ?? []);
        }

        await WriteAsync(work.Connection, found, night.Date, cancellationToken);
        return found.Count;
    }

    private static List<(string AccountId, string Kind, string Detail)> Check(StoredAccount account, Night night)
    {
        var position = Positions.On(account.Cycle, night.Date, night.Tariff);
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
