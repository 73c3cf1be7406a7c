using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Rendering;
using Cycle.Rendering.Messages;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>
/// Queues confirmations of what tonight's masters changed, and the due notices of the date: some days before the nominal due date, for
/// what payments since have not covered (rules.md section 9).
/// </summary>
internal sealed class NoticesStep : AccountStep
{
    public override string Name => "notices";

    public override string Candidates(Night night)
    {
        var due = night.Date.AddDays(night.Tariff.DueNoticeDays.On(night.Date));
        return $"""
            select account_id from accounts where due_date = {Sql.Date(due)} and sms_opt_in
            union select account_id from message_choices where business_date = {Sql.Date(night.Date)}
            """;
    }

    protected override string Summary(long made) => $"{made} notices and confirmations queued";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var accounts = await work.Accounts.ReadAsync(work.Selection, cancellationToken);
        var cards = await new CardReader(work.Connection).ReadAsync(work.Selection, cancellationToken);
        var choices = await MessageChoice.ReadAsync(work, cancellationToken);
        var messages = new List<OutgoingMessage>();
        foreach (var account in accounts)
        {
            var ofAccount = cards.GetValueOrDefault(account.AccountId) ?? [];
            messages.AddRange(work.Try(account.AccountId, () => Messages(account.Cycle, ofAccount, choices, work.Night)) ?? []);
        }

        return await new Outbox(work.Connection, work.Night).QueueAsync(messages, cancellationToken);
    }

    private static List<OutgoingMessage> Messages(
        AccountCycle cycle, List<StoredCard> cards, Dictionary<string, MessageChoice> choices, Night night)
    {
        var templates = night.Settings.Messages.Templates;
        var messages = new List<OutgoingMessage>();
        var account = cycle.Account;
        if (choices.TryGetValue(account.AccountId, out var before) && cards.Count > 0)
        {
            // Primary cards come first; a message names one card, and an account that never had one has nothing to be told about.
            messages.AddRange(before.Confirm(account, cards[0].Card.Last4, templates, night.Date));
        }

        if (account.SmsOptIn && IsDue(cycle, night))
        {
            messages.AddRange(Notice(cycle, cards, templates, night.Date));
        }

        return messages;
    }

    /// <summary>An account that is here for its confirmation may have another due date.</summary>
    private static bool IsDue(AccountCycle cycle, Night night) =>
        cycle.State.LastStatement?.DueDate == night.Date.AddDays(night.Tariff.DueNoticeDays.On(night.Date));

    private static OutgoingMessage[] Notice(AccountCycle cycle, List<StoredCard> cards, MessageTemplates templates, DateOnly date)
    {
        var account = cycle.Account;
        var primary = cards.FirstOrDefault(card => card.Card.Role == CardRole.Primary);
        if (cycle.State.LastStatement is not { NewBalance.IsPositive: true } last
            || Positions.PaidSinceStatement(cycle, date) >= last.NewBalance
            || primary is null)
        {
            return [];
        }

        var text = templates.Write(account.Language, new DueNotice(
            primary.Card.Last4, Printed.Date(last.DueDate, account.Language), Printed.Amount(last.NewBalance),
            Printed.Amount(last.MinimumPayment)));
        return [OutgoingMessage.To(account, "DUE_NOTICE", text, $"due:{account.AccountId}:{last.StatementDate:yyyy-MM-dd}")];
    }
}
