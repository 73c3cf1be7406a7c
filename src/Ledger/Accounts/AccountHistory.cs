using Cycle.Ledger.Calendar;

namespace Cycle.Ledger.Accounts;

/// <summary>The terms of an account over time. The first known terms also hold for every date before them.</summary>
public sealed class AccountHistory
{
    private readonly IReadOnlyList<AccountTerms> _terms;

    /// <summary>A history from its terms.</summary>
    /// <param name="terms">At least one, in order of <see cref="AccountTerms.From"/>.</param>
    public AccountHistory(IReadOnlyList<AccountTerms> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentOutOfRangeException.ThrowIfZero(terms.Count);
        _terms = terms;
    }

    /// <summary>The terms in order.</summary>
    public IReadOnlyList<AccountTerms> Terms => _terms;

    /// <summary>The terms in force on a date.</summary>
    public AccountTerms On(DateOnly date)
    {
        for (var i = _terms.Count - 1; i > 0; i--)
        {
            if (_terms[i].From <= date)
            {
                return _terms[i];
            }
        }

        return _terms[0];
    }

    /// <summary>Whether the account is cut on a date.</summary>
    public bool IsStatementDate(DateOnly date) => MonthDay.Is(date, On(date).StatementDay);

    /// <summary>The first cut on or after a date, or <paramref name="limit"/> when none comes sooner.</summary>
    public DateOnly CutOnOrAfter(DateOnly date, DateOnly limit)
    {
        if (_terms.Count == 1)
        {
            var day = _terms[0].StatementDay;
            var cut = MonthDay.Clamped(date.Year, date.Month, day);
            if (cut < date)
            {
                var next = new DateOnly(date.Year, date.Month, 1).AddMonths(1);
                cut = MonthDay.Clamped(next.Year, next.Month, day);
            }

            return cut < limit ? cut : limit;
        }

        while (date < limit && !IsStatementDate(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>The first date after <paramref name="date"/> on which other terms begin, if any.</summary>
    public DateOnly? NextChangeAfter(DateOnly date)
    {
        foreach (var terms in _terms.Skip(1))
        {
            if (terms.From > date)
            {
                return terms.From;
            }
        }

        return null;
    }
}
