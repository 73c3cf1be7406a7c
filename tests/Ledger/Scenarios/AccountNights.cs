using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Calendar;
using Cycle.Ledger.Collections;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Scenarios;

/// <summary>One account's nights: takes the files in, judges the collection fee, cuts on statement days, and keeps what came of it.</summary>
internal sealed class AccountNights(Account account, AccountHistory history, Tariff tariff, HolidayCalendar calendar)
{
    private readonly List<Posting> _postings = [];
    private readonly Dictionary<string, Posting> _taken = new(StringComparer.Ordinal);
    private readonly List<CutResult> _cuts = [];

    /// <summary>Every posting ever taken or made, by id.</summary>
    public IReadOnlyDictionary<string, Posting> Taken => _taken;

    /// <summary>What each cut produced, statement or not.</summary>
    public IReadOnlyList<CutResult> Cuts => _cuts;

    public AccountHistory History => history;

    public Tariff Tariff => tariff;

    public HolidayCalendar Calendar => calendar;

    public AccountState State { get; private set; } = AccountState.New;

    /// <summary>The open cycle.</summary>
    public AccountCycle Cycle => new(account, history, State, [.. _postings], _taken);

    /// <summary>The cycles that were closed, as they stood right before their cut.</summary>
    public List<(AccountCycle Cycle, DateOnly Cut)> Closed { get; } = [];

    /// <summary>Begins with a state that was made elsewhere, and the postings behind it.</summary>
    public void Open(AccountState state, IEnumerable<Posting> earlier)
    {
        State = state;
        foreach (var posting in earlier)
        {
            _taken.Add(posting.PostingId, posting);
        }
    }

    /// <summary>Runs a night in the order of rules.md section 1.</summary>
    public void Run(DateOnly night, IEnumerable<Arrival> files)
    {
        foreach (var arrival in files)
        {
            Take(arrival);
        }

        foreach (var fee in CollectionFee.Judge(Cycle, night, tariff).ToList())
        {
            Keep(fee);
        }

        if (history.IsStatementDate(night))
        {
            Cut(night);
        }
    }

    private void Cut(DateOnly night)
    {
        var cycle = Cycle;
        var result = CycleCut.Close(cycle, night, tariff, calendar, withAllocations: true);
        Closed.Add((cycle, night));
        _cuts.Add(result);
        _postings.Clear();
        State = result.State;
    }

    private void Take(Arrival arrival)
    {
        var original = arrival.IsForeign ? new CurrencyAmount("USD", 100) : CurrencyAmount.OfBaht(arrival.Amount);
        Keep(new(
            arrival.Id, CardId: "K1", arrival.Kind, arrival.Transacted, arrival.Posted,
            ValueDates.Of(arrival.Kind, arrival.Transacted, arrival.Posted, State.LastCut), arrival.Taken, original,
            arrival.Kind == PostingKind.Reversal ? Money.Zero : arrival.Amount,
            PostingFees.Assess(arrival.Kind, arrival.IsForeign, arrival.Amount, arrival.Posted, tariff),
            arrival.Merchant, arrival.Original, arrival.Months));
    }

    private void Keep(Posting posting)
    {
        _postings.Add(posting);
        _taken.Add(posting.PostingId, posting);
    }
}
