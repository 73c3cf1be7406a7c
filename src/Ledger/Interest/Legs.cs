using Cycle.Ledger.Accounts;

namespace Cycle.Ledger.Interest;

/// <summary>Interest as legs: runs of days with one principal and one rate that cross no cut (rules.md section 5, the one place).</summary>
public static class Legs
{
    /// <summary>The day-count divisor: always 365, leap years too.</summary>
    public const int DaysInYear = 365;


    /// <summary>Interest of some days: round(principal x rate x days / 365), half away from zero to the satang.</summary>
    /// <param name="principal">Zero or above.</param>
    /// <param name="rate">Percent a year.</param>
    /// <param name="days">Zero or more.</param>
    public static Money Amount(Money principal, PercentRate rate, int days) =>
        new(Rounding.HalfAwayFromZero(
            (Int128)principal.Satang * rate.BasisPoints * days, (Int128)PercentRate.BasisPointsInOne * DaysInYear));

    /// <summary>Adds the legs of one item from its first step through a date.</summary>
    /// <param name="legs">Where they are added; legs of 0.00 are left out.</param>
    /// <param name="postingId">The item's posting.</param>
    /// <param name="kind">The item's kind.</param>
    /// <param name="steps">Principal from the first day charged on, in order, at least one.</param>
    /// <param name="through">Last day charged.</param>
    /// <param name="rates">The account's rates.</param>
    /// <param name="history">The account's terms: their cuts end legs.</param>
    public static void Add(
        List<InterestLeg> legs,
        string postingId,
        ItemKind kind,
        IReadOnlyList<PrincipalStep> steps,
        DateOnly through,
        InterestRates rates,
        AccountHistory history)
    {
        ArgumentNullException.ThrowIfNull(legs);
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(history);
        for (var i = 0; i < steps.Count; i++)
        {
            var principal = steps[i].Principal;
            var from = steps[i].From;
            var last = i + 1 < steps.Count ? steps[i + 1].From.AddDays(-1) : through;
            last = last < through ? last : through;
            while (principal.IsPositive && from <= last)
            {
                var to = rates.SameUntil(from, history.CutOnOrAfter(from, last));
                var leg = new InterestLeg(
                    postingId, kind, from, to, principal, rates.On(from),
                    Amount(principal, rates.On(from), to.DayNumber - from.DayNumber + 1));
                if (!leg.Amount.IsZero)
                {
                    legs.Add(leg);
                }

                from = to.AddDays(1);
            }
        }
    }
}
