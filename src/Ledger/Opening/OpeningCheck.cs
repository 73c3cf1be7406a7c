namespace Cycle.Ledger.Opening;

/// <summary>Whether what another system hands over of an account fits together, and fits the rules it goes on by.</summary>
public static class OpeningCheck
{
    /// <summary>What does not fit, each as found and expected; nothing when the account can be opened.</summary>
    /// <param name="opening">The account.</param>
    /// <param name="terms">What this system knows of it.</param>
    public static IEnumerable<string> Problems(OpeningAccount opening, OpeningTerms terms)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(terms);
        return StatementCheck.Problems(opening.Head, terms)
            .Concat(Repeated(opening))
            .Concat(PrincipalCheck.Problems(opening))
            .Concat(PlanCheck.Problems(opening))
            .Concat(FeeCheck.Problems(opening, terms.BusinessDate))
            .Concat(ArrearsCheck.Problems(opening, terms))
            .Concat(Sum(opening));
    }

    private static IEnumerable<string> Repeated(OpeningAccount opening) => opening.Items.Select(item => item.PostingId)
        .Concat(opening.Plans.Select(plan => plan.PostingId))
        .Concat(opening.Fees.Where(fee => !fee.ComesWithPosting).Select(fee => fee.PostingId))
        .GroupBy(id => id, StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .Select(same => $"posting_id '{same.Key}' is that of {same.Count()} postings; one expected.");

    private static IEnumerable<string> Sum(OpeningAccount opening)
    {
        var (principal, credit) = (opening.Principal, opening.Head.Credit);
        var fees = Money.Sum(opening.BilledFees.Select(fee => fee.Outstanding));
        var interest = Money.Sum(opening.Interest.Select(statement => statement.Outstanding));
        var sum = principal + fees + interest - credit;
        if (sum != opening.Head.Balance)
        {
            yield return $"open principal {principal}, fees {fees} and interest {interest} less a credit balance of {credit} are {sum}; "
                + $"the stated balance of {opening.Head.Balance} expected.";
        }
    }
}
