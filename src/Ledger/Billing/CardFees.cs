using Cycle.Ledger.Accounts;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Billing;

/// <summary>Entrance and annual fees of cards (files.md, cards.csv; rules.md section 2).</summary>
public static class CardFees
{
    /// <summary>
    /// Whether a night owes a live card its first fees: once a card, on its activation, or on the day a master tells it later. A corrected
    /// activation moves the anniversaries only.
    /// </summary>
    /// <param name="card">A card that is live after the night's cancellations.</param>
    /// <param name="accountFirstDate">The account's first business date in this system.</param>
    /// <param name="activationKnownOn">The business date on which a master file told the activation.</param>
    /// <param name="firstFeesOn">The business date that posted its first fees before; none when they are still owed.</param>
    /// <param name="businessDate">The night.</param>
    public static bool AreFirst(
        Card card, DateOnly accountFirstDate, DateOnly activationKnownOn, DateOnly? firstFeesOn, DateOnly businessDate)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (firstFeesOn is not null || card.ActivatedDate is not { } activated)
        {
            return false;
        }

        var firstDay = activationKnownOn > activated ? activationKnownOn : activated;
        return activated >= accountFirstDate && firstDay == businessDate;
    }

    /// <summary>The fees of one live card on a night; none on most nights.</summary>
    /// <param name="card">A card that is live after the night's cancellations.</param>
    /// <param name="product">The account's product code.</param>
    /// <param name="areFirst">Whether the night owes it its first fees (<see cref="AreFirst"/>).</param>
    /// <param name="businessDate">The night.</param>
    /// <param name="tariff">The tariff.</param>
    public static IEnumerable<Posting> On(Card card, string product, bool areFirst, DateOnly businessDate, Tariff tariff)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(tariff);
        return areFirst || (card.ActivatedDate is { } activated && IsAnniversary(activated, businessDate))
            ? Of(card, tariff.Product(product), areFirst, businessDate)
            : [];
    }

    private static IEnumerable<Posting> Of(Card card, Product terms, bool areFirst, DateOnly businessDate)
    {
        if (areFirst && terms.EntranceFee(card.Role, businessDate) is { IsPositive: true } entrance)
        {
            yield return Make(card, PostingKind.FeeEntrance, "entrance", businessDate, entrance);
        }

        if (terms.AnnualFee(card.Role, businessDate) is { IsPositive: true } annual)
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
