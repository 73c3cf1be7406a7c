using Cycle.Ledger.Interest;

namespace Cycle.Ledger.Billing;

/// <summary>An issued statement: never changed once made (rules.md section 6). The sums are unsigned.</summary>
/// <param name="AccountId">The account's token.</param>
/// <param name="StatementDate">The cut: last day of the cycle.</param>
/// <param name="DueDate">The nominal due date.</param>
/// <param name="PreviousBalance">The balance at the last cut; negative is a credit balance.</param>
/// <param name="Payments">Sum of the payments.</param>
/// <param name="Refunds">Refunds, and principal taken back by reversals.</param>
/// <param name="Purchases">Purchases and tax payments.</param>
/// <param name="CashAdvances">Cash advances.</param>
/// <param name="Instalments">Instalment parts billed on this statement.</param>
/// <param name="Fees">Fees less fees taken back; may be negative.</param>
/// <param name="Interest">The sum of <paramref name="InterestLegs"/>.</param>
/// <param name="NewBalance">What is owed on the statement date; negative is a credit balance.</param>
/// <param name="MinimumPayment">The least to pay by the due date; zero when nothing is owed.</param>
/// <param name="OverdueCycles">Earlier minimums not filled at the end of the statement date.</param>
/// <param name="OverdueAmount">What is missing in them, capped by the new balance.</param>
/// <param name="Lines">The lines in posting-date, posting-id order.</param>
/// <param name="InterestLegs">The legs by posting id, from-date, principal.</param>
public sealed record Statement(
    string AccountId,
    DateOnly StatementDate,
    DateOnly DueDate,
    Money PreviousBalance,
    Money Payments,
    Money Refunds,
    Money Purchases,
    Money CashAdvances,
    Money Instalments,
    Money Fees,
    Money Interest,
    Money NewBalance,
    Money MinimumPayment,
    int OverdueCycles,
    Money OverdueAmount,
    IReadOnlyList<StatementLine> Lines,
    IReadOnlyList<InterestLeg> InterestLegs);
