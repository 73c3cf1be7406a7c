using Cycle.Ledger;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Dormancy;
using Cycle.Ledger.Storage.Cycles;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>Cancels cards that were never activated, are dormant, or lost their primary (rules.md section 8).</summary>
internal sealed class CancellationsStep : AccountStep
{
    public override string Name => "cancellations";

    /// <summary>Every account that could be concerned; the pure core decides. Movement since the last cut only ever makes an account younger.</summary>
    public override string Candidates(Night night)
    {
        var date = Sql.Date(night.Date);
        var past = Sql.Date(night.Date.AddMonths(-night.Tariff.DormancyMonths.On(night.Date)));
        string Live(string card) => $"coalesce(least({card}.cancelled_date, {card}.night_cancelled_on), 'infinity') > {date}";
        return $"""
            select c.account_id from cards c
            where coalesce(c.activated_date, 'infinity') > {date} and c.approved_date < {past} and {Live("c")}
            union
            select a.account_id from accounts a
            where coalesce(a.last_movement, '-infinity') < {past}
              and coalesce(case when a.last_movement_date <= {date} then a.last_movement_date end, a.first_date) < {past}
              and exists (select from cards c where c.account_id = a.account_id and {Live("c")})
            union
            select s.account_id from cards s
            where s.role = 'supplementary' and {Live("s")}
              and not exists (
                  select from cards p where p.account_id = s.account_id and p.role = 'primary' and {Live("p")})
            """;
    }

    protected override string Summary(long made) => $"{made} cards cancelled";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var night = work.Night;
        var accounts = await work.Accounts.ReadAsync(work.Selection, cancellationToken);
        var cards = await new CardReader(work.Connection).ReadAsync(work.Selection, cancellationToken);
        var cancelled = new List<CardCancellation>();
        var blocked = new List<(string AccountId, string Detail, DateOnly LastEvent)>();
        foreach (var account in accounts)
        {
            if (work.Try(account.AccountId, () => Decide(account, cards[account.AccountId], night)) is not { } decided)
            {
                continue;
            }

            var decision = decided.Decision;
            cancelled.AddRange(decision.Cancellations);
            if (decision.IsBlockedByCredit)
            {
                blocked.Add((account.AccountId, $"credit balance {-decided.Balance}", decision.LastEvent));
            }
        }

        await new CancellationWriter(work.Connection).WriteAsync(cancelled, night.Date, cancellationToken);
        await ReportBlockedAsync(work.Connection, blocked, night.Date, cancellationToken);
        return cancelled.Count;
    }

    private static Decided Decide(StoredAccount account, List<StoredCard> cards, Night night)
    {
        var position = Positions.On(account.Cycle, night.Date);
        var activity = new AccountActivity(
            account.AccountId, [.. cards.Select(card => card.Card)], account.FirstDate, account.MasterLastMovement,
            account.LastMovementSoFar(), position.Balance, position.PlansToCome);
        return new(position.Balance, CardCancellations.Decide(activity, night.Date, night.Tariff.DormancyMonths.On(night.Date)));
    }

    /// <summary>Said once for each stretch without movement, not every night.</summary>
    private static async Task ReportBlockedAsync(
        NpgsqlConnection connection,
        List<(string AccountId, string Detail, DateOnly LastEvent)> blocked,
        DateOnly date,
        CancellationToken cancellationToken)
    {
        if (blocked.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            """
            insert into exceptions (business_date, account_id, kind, detail)
            select $1, b.account_id, 'DORMANT_CREDIT_BALANCE', b.detail
            from unnest($2::text[], $3::text[], $4::date[]) as b (account_id, detail, last_event)
            where not exists (
                select from exceptions e
                where e.account_id = b.account_id and e.kind = 'DORMANT_CREDIT_BALANCE' and e.business_date > b.last_event)
            on conflict do nothing
            """,
            connection);
        command.Parameters.Add(new() { Value = date, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = blocked.Select(b => b.AccountId).ToArray() });
        command.Parameters.Add(new() { Value = blocked.Select(b => b.Detail).ToArray() });
        command.Parameters.Add(new() { Value = blocked.Select(b => b.LastEvent).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Decided(Money Balance, CancellationDecision Decision);
}
