using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Rendering;
using Cycle.Rendering.Messages;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>
/// Queues confirmations of what tonight's masters changed, and the due notices of the date: some days before the nominal due date of each
/// statement, for what payments since have not covered (rules.md section 9), or on the first night after that when the number of days rose.
/// </summary>
internal sealed class NoticesStep : AccountStep
{
    public override string Name => "notices";

    public override string Candidates(Night night) =>
        $"{new NoticedStatements(night).Accounts} union select account_id from message_choices where business_date = {Sql.Date(night.Date)}";

    protected override string Summary(long made) => $"{made} notices and confirmations queued";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var accounts = await work.Accounts.ReadAsync(work.Selection, cancellationToken);
        var cards = await new CardReader(work.Connection).ReadAsync(work.Selection, cancellationToken);
        var choices = await MessageChoice.ReadAsync(work, cancellationToken);
        var noticed = new NoticedStatements(work.Night);
        var earlier = await EarlierStatements.ReadAsync(work, noticed, cancellationToken);
        var messages = new List<OutgoingMessage>();
        foreach (var account in accounts)
        {
            var ofAccount = CardOrder.On((cards.GetValueOrDefault(account.AccountId) ?? []).Select(card => card.Card), work.Night.Date);
            List<AccountCycle> cycles = [account.Cycle, .. earlier.GetValueOrDefault(account.AccountId) ?? []];
            messages.AddRange(work.Try(account.AccountId, () => Messages(cycles, ofAccount, choices, noticed, work.Night)) ?? []);
        }

        return await new Outbox(work.Connection, work.Night).QueueAsync(messages, cancellationToken);
    }

    /// <param name="cycles">The account's cycle since its last cut, and since earlier ones that are due tonight; latest first.</param>
    /// <param name="cards">Its cards, the holder's own first.</param>
    /// <param name="choices">What tonight's masters changed, by account.</param>
    /// <param name="noticed">The statements to tell of.</param>
    /// <param name="night">The night.</param>
    private static List<OutgoingMessage> Messages(
        List<AccountCycle> cycles, IReadOnlyList<Card> cards, Dictionary<string, MessageChoice> choices, NoticedStatements noticed, Night night)
    {
        var templates = night.Settings.Messages.Templates;
        var messages = new List<OutgoingMessage>();
        var account = cycles[0].Account;
        if (choices.TryGetValue(account.AccountId, out var before) && cards.Count > 0)
        {
            // A message names one card, and an account that never had one has nothing to be told about.
            messages.AddRange(before.Confirm(account, cards[0].Last4, templates, night.Date));
        }

        if (account.SmsOptIn && cards is [{ Role: CardRole.Primary } primary, ..])
        {
            messages.AddRange(Due(cycles, noticed, night.Date).Select(last => Notice(account, last, primary, templates)));
        }

        return messages;
    }

    /// <summary>
    /// The statements to tell of tonight, oldest first: an account that is here for its confirmation may have another due date. Each
    /// statement has its own notice, also where two are due on one date, since the minimums of both are to be paid by then (section 7). A
    /// balance contains what was left of those before it, so nobody is told of a statement when a later one owes nothing or is covered.
    /// </summary>
    private static IEnumerable<LastStatement> Due(List<AccountCycle> cycles, NoticedStatements noticed, DateOnly date) => cycles
        .TakeWhile(cycle => IsOwed(cycle, date))
        .Select(cycle => cycle.State.LastStatement!)
        .Where(noticed.Include)
        .Reverse();

    private static bool IsOwed(AccountCycle cycle, DateOnly date) =>
        cycle.State.LastStatement is { NewBalance.IsPositive: true } last && Positions.PaidSinceStatement(cycle, date) < last.NewBalance;

    private static OutgoingMessage Notice(Account account, LastStatement last, Card primary, MessageTemplates templates)
    {
        var text = templates.Write(account.Language, new DueNotice(
            primary.Last4, Printed.Date(last.DueDate, account.Language), Printed.Amount(last.NewBalance), Printed.Amount(last.MinimumPayment)));
        return OutgoingMessage.To(account, "DUE_NOTICE", text, $"due:{account.AccountId}:{last.StatementDate:yyyy-MM-dd}");
    }
}
