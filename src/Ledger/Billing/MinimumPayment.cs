using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Billing;

/// <summary>The minimum payment of a statement (rules.md section 6, the one place).</summary>
public static class MinimumPayment
{
    private const int SatangInBaht = 100;

    /// <summary>
    /// Nothing when nothing is owed, else the smaller of the balance and max(floor, rounded share of the balance without this
    /// statement's instalments) plus those instalments.
    /// </summary>
    /// <param name="newBalance">The statement's new balance.</param>
    /// <param name="instalments">Instalment parts billed on this statement.</param>
    /// <param name="nominalDueDate">Decides the share, floor and rounding in force.</param>
    /// <param name="tariff">The tariff.</param>
    public static Money Of(Money newBalance, Money instalments, DateOnly nominalDueDate, Tariff tariff)
    {
        ArgumentNullException.ThrowIfNull(tariff);
        if (!newBalance.IsPositive)
        {
            return Money.Zero;
        }

        var share = ShareOf(
            newBalance - instalments, tariff.MinimumShare.On(nominalDueDate), tariff.MinimumRounding.On(nominalDueDate));
        return Money.Min(newBalance, Money.Max(tariff.MinimumFloor.On(nominalDueDate), share) + instalments);
    }

    /// <summary>The percentage part alone.</summary>
    /// <param name="amount">What the share is taken of; nothing of an amount that is not above zero.</param>
    /// <param name="share">The share.</param>
    /// <param name="rounding">The tariff's rounding of it.</param>
    public static Money ShareOf(Money amount, PercentRate share, MinimumRounding rounding)
    {
        if (!amount.IsPositive)
        {
            return Money.Zero;
        }

        var exact = (Int128)amount.Satang * share.BasisPoints;
        const int Baht = PercentRate.BasisPointsInOne * SatangInBaht;
        return rounding switch
        {
            MinimumRounding.BahtDown => Money.FromBaht((long)(exact / Baht)),
            MinimumRounding.BahtUp => Money.FromBaht((long)((exact + Baht - 1) / Baht)),
            _ => share.Of(amount),
        };
    }
}
