using Cycle.Ledger;
using Cycle.Ledger.Billing;

namespace Cycle.Rendering;

/// <summary>
/// What it costs to pay only the minimum until nothing is owed, with no new spending (rules.md section 6, the warning).
/// A projection in months of one twelfth of the annual rate, in whole satang; interest bears no interest.
/// </summary>
/// <param name="Months">Monthly payments made; 0 when nothing is owed, at most <see cref="MostMonths"/>.</param>
/// <param name="Interest">Interest paid in them, zero or above.</param>
/// <param name="Settled">False when the debt outlives <see cref="MostMonths"/>: both figures are then lower bounds.</param>
public readonly record struct MinimumPaymentCost(int Months, Money Interest, bool Settled)
{
    /// <summary>Where the projection stops: 50 years.</summary>
    public const int MostMonths = 600;

    private const int MonthsInYear = 12;

    /// <summary>Projects a balance.</summary>
    /// <param name="newBalance">What the statement asks for; at or below zero costs nothing.</param>
    /// <param name="annualRate">Interest a year, taken to stay as it is.</param>
    /// <param name="terms">The minimum payment, taken to stay as it is.</param>
    public static MinimumPaymentCost Of(Money newBalance, PercentRate annualRate, MinimumPaymentTerms terms)
    {
        var principal = Money.Max(newBalance, Money.Zero);
        var interest = Money.Zero;
        var total = Money.Zero;
        var months = 0;
        while (principal + interest > Money.Zero && months < MostMonths)
        {
            var payment = Minimum(principal + interest, terms);
            var towardsInterest = Money.Min(payment, interest);
            interest -= towardsInterest;
            principal -= payment - towardsInterest;
            months++;
            var charged = MonthOf(principal, annualRate);
            interest += charged;
            total += charged;
        }

        return new(months, total, (principal + interest).IsZero);
    }

    private static Money MonthOf(Money principal, PercentRate annualRate) =>
        new(Rounding.HalfAwayFromZero((Int128)principal.Satang * annualRate.BasisPoints, PercentRate.BasisPointsInOne * MonthsInYear));

    private static Money Minimum(Money owed, MinimumPaymentTerms terms) =>
        Money.Min(owed, Money.Max(terms.Floor, MinimumPayment.ShareOf(owed, terms.Share, terms.Rounding)));
}
