using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;

namespace Cycle.Rendering;

/// <summary>All that one printed statement shows, and nothing else: the same document gives the same bytes.</summary>
/// <param name="Account">The account with holder, address and language.</param>
/// <param name="Cards">The account's cards: the primary first, then the supplementary ones by token.</param>
/// <param name="Statement">The issued statement.</param>
/// <param name="AvailableCredit">Limit less balance and instalment parts still to come; negative when over the limit.</param>
/// <param name="AnnualRate">The interest rate in force on the statement date, percent a year.</param>
/// <param name="MinimumTerms">The minimum payment's share and floor in force on the statement date.</param>
/// <param name="Spending">Spending of this statement and of those in the five calendar months before it, the oldest first; a month may lack.</param>
/// <param name="Points">Loyalty points; null when the product has none.</param>
public sealed record StatementDocument(
    Account Account,
    IReadOnlyList<Card> Cards,
    Statement Statement,
    Money AvailableCredit,
    PercentRate AnnualRate,
    MinimumPaymentTerms MinimumTerms,
    IReadOnlyList<CycleSpending> Spending,
    PointsSummary? Points = null);
