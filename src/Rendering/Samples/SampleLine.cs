using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;

namespace Cycle.Rendering.Samples;

/// <summary>A line of a sample.</summary>
/// <param name="Kind">The kind as files write it.</param>
/// <param name="Transaction">When the customer acted.</param>
/// <param name="Posting">When the bank booked it.</param>
/// <param name="Amount">Effect on the balance in baht; credits negative.</param>
/// <param name="Description">The merchant, or empty.</param>
/// <param name="Card">Which card, from 1; 0 for the account itself.</param>
/// <param name="Currency">Currency of the transaction; left out for baht.</param>
/// <param name="OriginalAmount">Amount in that currency.</param>
internal sealed record SampleLine(
    string Kind, DateOnly Transaction, DateOnly Posting, Money Amount, string Description = "", int Card = 1, string? Currency = null, Money OriginalAmount = default)
{
    internal StatementLine Of(IReadOnlyList<Card> cards) => new(
        $"TXN-{Posting:MMdd}", Card >= 1 && Card <= cards.Count ? cards[Card - 1].CardId : "", Kind, Transaction, Posting, Description,
        Currency is null ? CurrencyAmount.OfBaht(Amount) : new(Currency, OriginalAmount.Satang), Amount);
}
