namespace Cycle.Ledger.Storage.Cycles;

/// <summary>The moment accounts are read at: between which cuts, and with which nights' postings.</summary>
/// <param name="LastCut">SQL for the last cut of account <c>a</c>.</param>
/// <param name="Taken">SQL that postings <c>p</c> taken by then meet.</param>
public sealed record AsOf(string LastCut, string Taken)
{
    /// <summary>SQL that the postings <c>p</c> of account <c>a</c>'s open cycle meet, as of then.</summary>
    public string InCycle => $"p.account_id = a.account_id and p.value_date > coalesce({LastCut}, '-infinity') and {Taken}";

    /// <summary>As things stand.</summary>
    public static AsOf Now { get; } = new("a.last_cut", "true");

    /// <summary>During the night of a business date: the cycle that is open, with nothing that later nights took in.</summary>
    public static AsOf Night(DateOnly date) => new("a.last_cut", $"p.taken_on <= {Sql.Date(date)}");

    /// <summary>
    /// During the night of a business date, counted from a cut that may not be the last one: what stood at that cut, and everything taken in
    /// with a value date after it.
    /// </summary>
    public static AsOf Since(DateOnly cut, DateOnly night) => Night(night) with { LastCut = Sql.Date(cut) };

    /// <summary>The night of a business date alone: the cycle that is open, with nothing but what that night takes in.</summary>
    public static AsOf TakenIn(DateOnly date) => new("a.last_cut", $"p.taken_on = {Sql.Date(date)}");

    /// <summary>The end of a business date, its own cut included.</summary>
    public static AsOf EndOf(DateOnly date) => new(CutUpTo("<=", date), TakenBy(date));

    /// <summary>Just before the cut of a business date: its files and fees are in, its statement is not made.</summary>
    public static AsOf BeforeCutOf(DateOnly date) => new(CutUpTo("<", date), TakenBy(date));

    // The last cut of another system, and the postings up to it, are known here only from the night that opened the account.
    private static string CutUpTo(string comparison, DateOnly date) =>
        $"""
        (select max(x.cut_date) from account_states x
         where x.account_id = a.account_id and x.cut_date {comparison} {Sql.Date(date)}
           and not exists (
               select from openings o
               where o.account_id = x.account_id and o.cut_date = x.cut_date and o.business_date > {Sql.Date(date)}))
        """;

    private static string TakenBy(DateOnly date) =>
        $"""
        p.taken_on <= {Sql.Date(date)}
        and not exists (
            select from openings o
            where o.account_id = p.account_id and o.cut_date >= p.value_date and o.business_date > {Sql.Date(date)})
        """;
}
