using Cycle.Ledger.Calendar;

namespace Cycle.Bench.Portfolio;

/// <summary>
/// A rough balance, so that payments fit what the statement will say. Exact for who pays in full and draws no cash; for others the
/// interest is only about right. All in satang.
/// </summary>
/// <param name="account">Whose it is.</param>
internal sealed class RunningBalance(AccountProfile account)
{
    private readonly List<Queue<long>> _plans = [];
    private long _owed;
    private long _carried;
    private long _cash;

    /// <summary>What was billed last; not above zero when there is nothing to pay.</summary>
    public long Billed { get; private set; }

    /// <summary>About what the last statement asks for.</summary>
    public long Minimum { get; private set; }

    /// <summary>About what is left of the credit limit.</summary>
    public long Available => account.Limit - _owed - _plans.Sum(plan => plan.Sum());

    public void Debit(long amount) => _owed += amount;

    public void DebitCash(long amount) => (_owed, _cash) = (_owed + amount, _cash + amount);

    public void Credit(long amount) => (_owed, _carried) = (_owed - amount, Math.Max(0, _carried - amount));

    /// <summary>Adds a plan of monthly parts, the last of which carries the rest.</summary>
    public void Plan(long amount, int months)
    {
        var parts = Enumerable.Repeat(amount / months, months - 1);
        _plans.Add(new(parts.Append(amount - (amount / months * (months - 1)))));
    }

    /// <summary>The cards that have their day, activation or anniversary, are charged.</summary>
    public void CardFees(DateOnly date, DateOnly first)
    {
        foreach (var card in account.Cards.Where(card => card.IsUsable(date) && card.Activated is { } on && IsFeeDay(on, date, first)))
        {
            _owed += 100L * (card.IsPrimary ? account.Product.Annual : account.Product.AnnualSupplementary);
            _owed += card.IsPrimary && card.Activated == date && account.Product.Code == "VISA_PLATINUM_PRECIOUS" ? 100_000 : 0;
        }
    }

    /// <summary>Closes the cycle: this month's parts, about a month of interest on what was carried over and on cash.</summary>
    public void Cut()
    {
        var parts = _plans.Where(plan => plan.Count > 0).Sum(plan => plan.Dequeue());
        _owed += parts + ((_carried + _cash) * (account.IsSecured ? 15 : 16) * 30 / 36_500);
        (_carried, _cash) = (Math.Max(0, _owed), 0);
        Billed = _owed;
        var share = Math.Max(100_000, (_owed - parts) * 8 / 100 / 100 * 100);
        Minimum = _owed <= 0 ? 0 : Math.Min(_owed, share + parts);
    }

    private static bool IsFeeDay(DateOnly activated, DateOnly date, DateOnly first) => activated.Year == date.Year
        ? activated == date && activated >= first
        : MonthDay.Clamped(date.Year, activated.Month, activated.Day) == date;
}
