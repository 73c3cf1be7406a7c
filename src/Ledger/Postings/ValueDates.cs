namespace Cycle.Ledger.Postings;

/// <summary>The day a posting counts in allocation (rules.md section 3, the one place).</summary>
public static class ValueDates
{
    /// <summary>
    /// A payment counts from its transaction date, but not after its posting date, everything else from its posting date; never on
    /// or before the last cut, which wins over the rest. A value date never moves the start of interest.
    /// </summary>
    /// <param name="kind">The posting's kind.</param>
    /// <param name="transactionDate">When the customer acted.</param>
    /// <param name="postingDate">When it was booked.</param>
    /// <param name="lastCut">The account's last statement day closed in this system, whether a statement was made or not.</param>
    public static DateOnly Of(PostingKind kind, DateOnly transactionDate, DateOnly postingDate, DateOnly? lastCut)
    {
        var natural = kind == PostingKind.Payment && transactionDate < postingDate ? transactionDate : postingDate;
        return lastCut is { } cut && natural <= cut ? cut.AddDays(1) : natural;
    }
}
