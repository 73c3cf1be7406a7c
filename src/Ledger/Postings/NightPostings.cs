namespace Cycle.Ledger.Postings;

/// <summary>Ids of postings that the night makes itself: the same night makes the same ids, so that a rerun finds them already there.</summary>
public static class NightPostings
{
    /// <summary>An id from what the posting is, whom it concerns and when.</summary>
    /// <param name="name">What it is, in lower case.</param>
    /// <param name="subject">The account's or card's token.</param>
    /// <param name="date">The business date.</param>
    public static string Id(string name, string subject, DateOnly date) => $"{name}:{subject}:{date:yyyy-MM-dd}";
}
