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
    /// <summary>What the key of a spend alert begins with; the posting id follows.</summary>
    private const string SpendKey = "spend:";

    public override string Name => "alerts";

    public override string Candidates(Night night) =>
        $"""
        select a.account_id
        from ({TakenTonight.Accounts(night, IsAlerted(night))}) alerted
        cross join lateral (select account_id, sms_opt_in from accounts where account_id = alerted.account_id offset 0) a
        where a.sms_opt_in
        """;

    /// <summary>A reversal of a purchase of tonight needs no mention: its account is there for the purchase, if that is alerted.</summary>
    private static string IsAlerted(Night night) =>
        $"((p.kind = {(int)PostingKind.Purchase} and p.amount >= {From(night).Satang}) or {TakesBackAlerted})";

    /// <summary>
    /// SQL that is true of a reversal whose purchase was alerted on an earlier night: what was sent tells, not the amount, since the holder
    /// may have subscribed, or the tariff have changed, in between. A value, not an exists, which the planner might answer by reading all messages.
    /// </summary>
    private static string TakesBackAlerted { get; } =
        $"""
        (p.kind = {(int)PostingKind.Reversal}
         and coalesce((select true from messages m where m.idempotency_key = '{SpendKey}' || p.original_posting_id), false))
        """;

    protected override string Summary(long made) => $"{made} alerts queued";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var accounts = await work.Accounts.ReadAsync(work.Selection, cancellationToken);
        var rows = await ReadRowsAsync(work, cancellationToken);
        var messages = new List<OutgoingMessage>();
        foreach (var account in accounts)
        {
            messages.AddRange(work.Try(account.AccountId, () => Alerts(account.Cycle, rows[account.AccountId], work.Night)) ?? []);
        }

        return await new Outbox(work.Connection, work.Night).QueueAsync(messages, cancellationToken);
    }

    private static Ledger.Money From(Night night) => night.Tariff.SpendAlertFrom.On(night.Date);

    private static List<OutgoingMessage> Alerts(AccountCycle cycle, List<AlertRow> rows, Night night)
    {
        var account = cycle.Account;
        var postings = cycle.Postings.ToDictionary(posting => posting.PostingId, StringComparer.Ordinal);
        var credit = new RunningCredit(cycle, night.Date);
        var templates = night.Settings.Messages.Templates;
        var alertedTonight = new HashSet<string>(StringComparer.Ordinal);
        var messages = new List<OutgoingMessage>();
        foreach (var row in EventOrder.Of(rows, row => postings[row.PostingId]))
        {
            var posting = postings[row.PostingId];
            var remaining = credit.After(posting);
            var purchase = posting.Kind == PostingKind.Reversal
                ? postings.GetValueOrDefault(posting.OriginalPostingId!) ?? cycle.Originals[posting.OriginalPostingId!]
                : posting;
            var isTold = posting.Kind == PostingKind.Reversal
                ? row.TakesBackAlerted || alertedTonight.Contains(purchase.PostingId)
                : purchase.Kind == PostingKind.Purchase && purchase.Amount >= From(night);
            if (!isTold)
            {
                continue;
            }

            alertedTonight.Add(purchase.PostingId);
            var alert = new CardAlert(
                row.Last4, Printed.Amount(purchase.Amount), purchase.Merchant, row.Time?.ToString("HH:mm") ?? "", Printed.Amount(remaining));
            messages.Add(posting.Kind == PostingKind.Reversal
                ? OutgoingMessage.To(account, "REVERSAL_ALERT", templates.WriteReversal(account.Language, alert), $"reversal:{posting.PostingId}")
                : OutgoingMessage.To(account, "SPEND_ALERT", templates.WriteSpend(account.Language, alert), $"{SpendKey}{posting.PostingId}"));
        }

        return messages;
    }

    /// <summary>
    /// Tonight's rows of each account in the order the files had them, each with the card it was made with: a master may have moved that to
    /// another account since.
    /// </summary>
    private static async Task<Dictionary<string, List<AlertRow>>> ReadRowsAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select p.account_id, p.posting_id, p.transaction_time, {TakesBackAlerted}, coalesce(c.last4, '')
            from {Sql.OfEach(work.Selection, "accounts", "a")}
            cross join lateral (
                select * from postings p where {AsOf.TakenIn(work.Night.Date).InCycle} and p.file_name <> '' offset 0) p
            left join lateral (select last4 from cards where card_id = p.card_id offset 0) c on true
            order by p.account_id, p.file_name, p.line
            """,
            work.Connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new Dictionary<string, List<AlertRow>>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellationToken))
        {
            if (!rows.TryGetValue(row.GetString(0), out var list))
            {
                rows.Add(row.GetString(0), list = []);
            }

            list.Add(new(row.GetString(1), row.IsDBNull(2) ? null : row.GetFieldValue<TimeOnly>(2), row.GetBoolean(3), row.GetString(4)));
        }

        return rows;
    }
}
