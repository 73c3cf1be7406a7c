using Cycle.Ledger.Accounts;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Billing;

/// <summary>Entrance and annual fees of cards (files.md, cards.csv; rules.md section 2).</summary>
public static class CardFees
{
    /// <summary>The fees of one live card on a night; none on most nights.</summary>
    /// <param name="card">A card that is live after the night's cancellations.</param>
    /// <param name="product">The account's product code.</param>
    /// <param name="accountFirstDate">The account's first business date in this system.</param>
    /// <param name="activationKnownOn">The business date on which a master file told the activation.</param>
    /// <param name="businessDate">The night.</param>
    /// <param name="tariff">The tariff.</param>
    public static IEnumerable<Posting> On(
        Card card, string product, DateOnly accountFirstDate, DateOnly activationKnownOn, DateOnly businessDate, Tariff tariff)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(tariff);
        return card.ActivatedDate is { } activated && activated <= businessDate
            ? Of(card, activated, product, accountFirstDate, activationKnownOn, businessDate, tariff)
            : [];
    }

    private static IEnumerable<Posting> Of(
        Card card,
        DateOnly activated,
        string product,
        DateOnly accountFirstDate,
        DateOnly activationKnownOn,
        DateOnly businessDate,
        Tariff tariff)
    {
        var terms = tariff.Product(product);
        var firstDay = activationKnownOn > activated ? activationKnownOn : activated;
        var isFirst = activated >= accountFirstDate && firstDay == businessDate;
        if (isFirst && terms.EntranceFee(card.Role, businessDate) is { IsPositive: true } entrance)
        {
            yield return Make(card, PostingKind.FeeEntrance, "entrance", businessDate, entrance);
        }

        var isAnnual = isFirst || IsAnniversary(activated, businessDate);
        if (isAnnual && terms.AnnualFee(card.Role, businessDate) is { IsPositive: true } annual)
        {
            yield return Make(card, PostingKind.FeeAnnual, "annual", businessDate, annual);
        }
    }

    /// <summary>Whether a date is an anniversary of another; of 29 February, 28 February in common years.</summary>
    public static bool IsAnniversary(DateOnly of, DateOnly date) =>
        date.Year > of.Year && of.AddYears(date.Year - of.Year) == date;

    private static Posting Make(Card card, PostingKind kind, string name, DateOnly date, Money amount) => new(
        NightPostings.Id(name, card.CardId, date), card.CardId, kind, date, date, date, date,
        CurrencyAmount.OfBaht(amount), amount, PostingFees.None, Merchant: "");
}
