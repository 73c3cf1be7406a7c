using Cycle.Ledger.Accounts;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Rendering;
using Cycle.Rendering.Messages;
using Npgsql;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>Queues alerts of tonight's larger purchases, and of reversals of purchases that were alerted (rules.md section 9).</summary>
internal sealed class AlertsStep : AccountStep
{
    public override string Name => "alerts";

    public override string Candidates(Night night) =>
        $"""
        select a.account_id
        from ({TakenTonight.Accounts(night, IsAlerted(night))}) alerted
        cross join lateral (select account_id, sms_opt_in from accounts where account_id = alerted.account_id offset 0) a
        where a.sms_opt_in
        """;

    private static string IsAlerted(Night night) =>
        $"""
        ((p.kind = {(int)PostingKind.Purchase} and p.amount >= {From(night).Satang})
         or (p.kind = {(int)PostingKind.Reversal}
             and (select o.amount from postings o where o.posting_id = p.original_posting_id and o.kind = {(int)PostingKind.Purchase})
                 >= {From(night).Satang}))
        """;

    protected override string Summary(long made) => $"{made} alerts queued";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var accounts = await work.Accounts.ReadAsync(work.Selection, cancellationToken);
        var cards = await new CardReader(work.Connection).ReadAsync(work.Selection, cancellationToken);
        var rows = await ReadRowsAsync(work, cancellationToken);
        var messages = new List<OutgoingMessage>();
        foreach (var account in accounts)
        {
            var last4 = cards[account.AccountId].ToDictionary(card => card.Card.CardId, card => card.Card.Last4, StringComparer.Ordinal);
            messages.AddRange(work.Try(
                account.AccountId, () => Alerts(account.Cycle, rows[account.AccountId], last4, work.Night)) ?? []);
        }

        return await new Outbox(work.Connection, work.Night).QueueAsync(messages, cancellationToken);
    }

    private static Ledger.Money From(Night night) => night.Tariff.SpendAlertFrom.On(night.Date);

    private static List<OutgoingMessage> Alerts(
        AccountCycle cycle, List<(string PostingId, TimeOnly? Time)> rows, Dictionary<string, string> last4, Night night)
    {
        var account = cycle.Account;
        var postings = cycle.Postings.ToDictionary(posting => posting.PostingId, StringComparer.Ordinal);
        var credit = new RunningCredit(cycle, night.Date);
        var templates = night.Settings.Messages.Templates;
        var messages = new List<OutgoingMessage>();
        foreach (var (postingId, time) in EventOrder.Of(rows, row => postings[row.PostingId]))
        {
            var posting = postings[postingId];
            var remaining = credit.After(posting);
            var purchase = posting.Kind == PostingKind.Reversal
                ? postings.GetValueOrDefault(posting.OriginalPostingId!) ?? cycle.Originals[posting.OriginalPostingId!]
                : posting;
            if (purchase.Kind != PostingKind.Purchase || purchase.Amount < From(night))
            {
                continue;
            }

            var alert = new CardAlert(
                last4.GetValueOrDefault(posting.CardId, ""), Printed.Amount(purchase.Amount), purchase.Merchant,
                time?.ToString("HH:mm") ?? "", Printed.Amount(remaining));
            messages.Add(posting.Kind == PostingKind.Reversal
                ? OutgoingMessage.To(account, "REVERSAL_ALERT", templates.WriteReversal(account.Language, alert), $"reversal:{postingId}")
                : OutgoingMessage.To(account, "SPEND_ALERT", templates.WriteSpend(account.Language, alert), $"spend:{postingId}"));
        }

        return messages;
    }

    /// <summary>Tonight's rows of each account in the order the files had them.</summary>
    private static async Task<Dictionary<string, List<(string PostingId, TimeOnly? Time)>>> ReadRowsAsync(
        PartitionWork work, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select p.account_id, p.posting_id, p.transaction_time
            from {Sql.OfEach(work.Selection, "accounts", "a")}
            cross join lateral (
                select * from postings p where {AsOf.TakenIn(work.Night.Date).InCycle} and p.file_name <> '' offset 0) p
            order by p.account_id, p.file_name, p.line
            """,
            work.Connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new Dictionary<string, List<(string PostingId, TimeOnly? Time)>>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellationToken))
        {
            if (!rows.TryGetValue(row.GetString(0), out var list))
            {
                rows.Add(row.GetString(0), list = []);
            }

            list.Add((row.GetString(1), row.IsDBNull(2) ? null : row.GetFieldValue<TimeOnly>(2)));
        }

        return rows;
    }
}
