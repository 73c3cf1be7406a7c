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

    public override string Candidates(Night night) => $"select a.account_id from accounts a where a.statement_day {AreCut(night)}";

    /// <summary>
    /// An account's own row tells the statement day of now; its terms tell that of the night: the latest that began by then, else the first
    /// (<see cref="AccountHistory.On"/>).
    /// </summary>
    public override string CandidatesAfterwards(Night night)
    {
        var date = Sql.Date(night.Date);
        return $"""
            select a.account_id from accounts a
            cross join lateral (
                select statement_day from account_terms
                where account_id = a.account_id order by from_date <= {date} desc, abs(from_date - {date}) limit 1) t
            where t.statement_day {AreCut(night)}
            """;
    }

    /// <summary>SQL that follows a statement day and is true of accounts <c>a</c> that are cut on a night, and were not yet.</summary>
    private static string AreCut(Night night)
    {
        var lastOfMonth = DateTime.DaysInMonth(night.Date.Year, night.Date.Month);
        var until = night.Date.Day == lastOfMonth ? MonthDay.Last : night.Date.Day;
        return $"between {night.Date.Day} and {until} and coalesce(a.last_cut, '-infinity') < {Sql.Date(night.Date)}";
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
        var terms = account.Cycle.History.On(night.Date);
        // The statement keeps the terms it was made by, also when the account is run after a master has changed them.
        var master = account.Cycle.Account with { StatementDay = terms.StatementDay, Secured = terms.Secured };
        var toCome = Money.Sum(result.State.Plans.Select(plan => plan.ToCome));
        var closed = new ClosedAccount(
            account.AccountId,
            result.State,
            account.LastMovementSoFar(),
            result.Statement,
            result.Statement is null ? null : new StatementHolder(master, CardOrder.On(cards.Select(card => card.Card), night.Date)),
            master.CreditLimit - result.State.Balance - toCome,
            night.Tariff.InterestRate(terms.Secured, night.Date));
        return new(closed, [.. CutEntries.Of(account.Cycle.State, result)]);
    }

    private sealed record Closing(ClosedAccount Closed, IReadOnlyList<JournalEntry> Entries);
}
