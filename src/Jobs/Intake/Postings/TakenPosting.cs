using Cycle.Ledger;
using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>What a row that is taken comes to.</summary>
/// <param name="AccountId">The card's account.</param>
/// <param name="AmountHundredths">Amount in the currency of the transaction; of service fees the tariff's.</param>
/// <param name="Amount">Baht amount; zero of a reversal, whose original decides.</param>
/// <param name="Fees">The fees that come with it.</param>
/// <param name="ValueDate">The day it counts in allocation.</param>
internal readonly record struct TakenPosting(string AccountId, long AmountHundredths, Money Amount, PostingFees Fees, DateOnly ValueDate);
