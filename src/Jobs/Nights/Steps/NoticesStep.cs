using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Rendering;
using Cycle.Rendering.Messages;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>Queues the due notices of the date: some days before the nominal due date, for what payments since have not covered (rules.md section 9).</summary>
internal sealed class NoticesStep : AccountStep
{
    private static readonly Lazy<MessageTemplates> Templates = new(MessageTemplates.Shipped);

    public override string Name => "notices";

    public override string Candidates(Night night)
    {
        var due = night.Date.AddDays(night.Tariff.DueNoticeDays.On(night.Date));
        return $"select account_id from accounts where due_date = {Sql.Date(due)} and sms_opt_in";
    }

    protected override string Summary(long made) => $"{made} due notices queued";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var accounts = await work.Accounts.ReadAsync(work.Selection, cancellationToken);
        var cards = await new CardReader(work.Connection).ReadAsync(work.Selection, cancellationToken);
        var messages = new List<OutgoingMessage>();
        foreach (var account in accounts)
        {
            var ofAccount = cards.GetValueOrDefault(account.AccountId) ?? [];
            if (work.Try(account.AccountId, () => Notice(account.Cycle, ofAccount, work.Night.Date)) is [var message])
            {
                messages.Add(message);
            }
        }

        return await new Outbox(work.Connection, work.Night.Date).QueueAsync(messages, cancellationToken);
    }

    private static OutgoingMessage[] Notice(AccountCycle cycle, List<StoredCard> cards, DateOnly date)
    {
        var account = cycle.Account;
        var primary = cards.FirstOrDefault(card => card.Card.Role == CardRole.Primary);
        if (cycle.State.LastStatement is not { NewBalance.IsPositive: true } last
            || Positions.PaidSinceStatement(cycle, date) >= last.NewBalance
            || primary is null)
        {
            return [];
        }

        var text = Templates.Value.Write(account.Language, new DueNotice(
            primary.Card.Last4, Printed.Date(last.DueDate, account.Language), Printed.Amount(last.NewBalance),
            Printed.Amount(last.MinimumPayment)));
        return [OutgoingMessage.To(account, "DUE_NOTICE", text, $"due:{account.AccountId}:{last.StatementDate:yyyy-MM-dd}")];
    }
}
