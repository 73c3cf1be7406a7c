using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Calendar;
using Cycle.Ledger.Journal;
using Cycle.Ledger.Storage.Books;
using Cycle.Ledger.Storage.Cycles;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>Closes the cycle of every account whose statement date it is: COPY out, the pure close, COPY back.</summary>
internal sealed class CloseStep : AccountStep
{
    public override string Name => "close";

    public override string Candidates(Night night)
    {
        var lastOfMonth = DateTime.DaysInMonth(night.Date.Year, night.Date.Month);
        var until = night.Date.Day == lastOfMonth ? 31 : night.Date.Day;
        return $"""
            select account_id from accounts
            where statement_day between {night.Date.Day} and {until} and coalesce(last_cut, '-infinity') < {Sql.Date(night.Date)}
            """;
    }

    protected override string Summary(long made) => $"{made} statements made";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var night = work.Night;
        var calendar = await Holidays.ReadAsync(work.Connection, cancellationToken);
        var accounts = await work.Accounts.ReadAsync(work.Selection, cancellationToken);
        var cards = await new CardReader(work.Connection).ReadAsync(work.Selection, cancellationToken);
        var closed = new List<ClosedAccount>(accounts.Count);
        var booked = new List<(string AccountId, IReadOnlyList<JournalEntry> Entries)>(accounts.Count);
        foreach (var account in accounts)
        {
            var ofAccount = cards.GetValueOrDefault(account.AccountId) ?? [];
            if (work.Try(account.AccountId, () => Close(account, ofAccount, night, calendar)) is { } done)
            {
                closed.Add(done.Closed);
                booked.Add((account.AccountId, done.Entries));
            }
        }

        await new CloseWriter(work.Connection).WriteAsync(
            closed, night.Date, night.Tariff.Id, night.Tariff.Sha256, cancellationToken);
        await new JournalWriter(work.Connection).AppendAsync(booked, night.Date, cancellationToken);
        return closed.Count(account => account.Statement is not null);
    }

    private static Closing Close(
        StoredAccount account, List<StoredCard> cards, Night night, HolidayCalendar calendar)
    {
        var result = CycleCut.Close(account.Cycle, night.Date, night.Tariff, calendar);
        var master = account.Cycle.Account;
        var toCome = Money.Sum(result.State.Plans.Select(plan => plan.ToCome));
        var closed = new ClosedAccount(
            account.AccountId,
            result.State,
            account.LastMovementSoFar(),
            result.Statement,
            result.Statement is null ? null : new StatementHolder(master, CardOrder.On(cards.Select(card => card.Card), night.Date)),
            master.CreditLimit - result.State.Balance - toCome,
            night.Tariff.InterestRate(account.Cycle.History.On(night.Date).Secured, night.Date));
        return new(closed, [.. CutEntries.Of(account.Cycle.State, result)]);
    }

    private sealed record Closing(ClosedAccount Closed, IReadOnlyList<JournalEntry> Entries);
}
