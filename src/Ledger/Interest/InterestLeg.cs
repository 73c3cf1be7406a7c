namespace Cycle.Ledger.Interest;

/// <summary>A run of days with one principal and one annual rate that crosses no cut (rules.md section 5).</summary>
/// <param name="PostingId">The posting that made the item; a plan's part carries its purchase's id.</param>
/// <param name="Kind">The kind of the item.</param>
/// <param name="From">First day charged.</param>
/// <param name="To">Last day charged, on or after <paramref name="From"/>.</param>
/// <param name="Principal">The principal at the end of each of these days; above zero.</param>
/// <param name="AnnualRate">Percent a year in force on each of these days.</param>
/// <param name="Amount">Interest of the leg, rounded half away from zero; never 0.00.</param>
public sealed record InterestLeg(
    string PostingId,
    ItemKind Kind,
    DateOnly From,
    DateOnly To,
    Money Principal,
    PercentRate AnnualRate,
    Money Amount)
{
    /// <summary>Days charged, first and last included.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}
