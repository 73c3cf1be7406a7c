using Cycle.Ledger.Accounts;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Interest;

/// <summary>The interest rate of one account over time: the tariff's changes and the account's own, as one line.</summary>
/// <param name="tariff">The tariff.</param>
/// <param name="history">The account's terms.</param>
public readonly struct InterestRates(Tariff tariff, AccountHistory history)
{
    /// <summary>The rate in force on a date.</summary>
    public PercentRate On(DateOnly date) => tariff.InterestRate(history.On(date).Secured, date);

    /// <summary>The last day on or before <paramref name="limit"/> up to which the rate of <paramref name="from"/> holds.</summary>
    public DateOnly SameUntil(DateOnly from, DateOnly limit)
    {
        var rate = On(from);
        for (var change = NextChangeAfter(from); change is { } date && date <= limit; change = NextChangeAfter(date))
        {
            if (On(date) != rate)
            {
                return date.AddDays(-1);
            }
        }

        return limit;
    }

    private DateOnly? NextChangeAfter(DateOnly date)
    {
        var secured = tariff.InterestSecured.NextChangeAfter(date);
        var unsecured = tariff.InterestUnsecured.NextChangeAfter(date);
        var own = history.NextChangeAfter(date);
        return Earlier(Earlier(secured, unsecured), own);
    }

    // No date is never below another.
    private static DateOnly? Earlier(DateOnly? left, DateOnly? right) => right is null || left < right ? left : right;
}
