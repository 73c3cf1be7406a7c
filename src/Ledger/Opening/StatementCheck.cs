using Cycle.Ledger.Calendar;

namespace Cycle.Ledger.Opening;

/// <summary>Whether the last statement of the other system is one that this system can go on from.</summary>
internal static class StatementCheck
{
    public static IEnumerable<string> Problems(OpeningHead head, OpeningTerms terms)
    {
        if (head.LastCut != terms.LastCut)
        {
            yield return $"statement_date {head.LastCut:yyyy-MM-dd}; {terms.LastCut:yyyy-MM-dd} expected, the account's last statement day "
                + $"before the business date {terms.BusinessDate:yyyy-MM-dd}.";
            yield break;
        }

        if (head.DueDate is null && !head.Balance.IsZero)
        {
            yield return $"due_date is blank, so no statement was made, but the balance is {head.Balance}; 0.00 expected.";
        }

        var due = MonthDay.NominalDueDate(head.LastCut, terms.History.On(head.LastCut).StatementDay, terms.DueDays);
        if (head.DueDate is { } stated && stated != due)
        {
            yield return $"due_date {stated:yyyy-MM-dd}; {due:yyyy-MM-dd} expected, {terms.DueDays} days for statement day "
                + $"{terms.History.On(head.LastCut).StatementDay}.";
        }

        var most = Money.Max(Money.Zero, head.Balance);
        if (head.MinimumPayment > most)
        {
            yield return $"minimum_payment {head.MinimumPayment} of a balance of {head.Balance}; at most {most} expected.";
        }
    }
}
