namespace Cycle.Jobs.Nights;

/// <summary>What one or several nights left to look at.</summary>
/// <param name="Nights">Nights run.</param>
/// <param name="Rejects">Rows rejected.</param>
/// <param name="Refusals">Files refused.</param>
/// <param name="SetAside">Accounts that failed alone.</param>
public sealed record NightOutcome(int Nights, long Rejects, long Refusals, long SetAside)
{
    /// <summary>Nothing was run.</summary>
    public static readonly NightOutcome Nothing = new(0, 0, 0, 0);

    /// <summary>Whether everything was taken and done.</summary>
    public bool IsClean => Rejects + Refusals + SetAside == 0;

    /// <summary>Both together.</summary>
    public static NightOutcome operator +(NightOutcome left, NightOutcome right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(
            left.Nights + right.Nights, left.Rejects + right.Rejects, left.Refusals + right.Refusals,
            left.SetAside + right.SetAside);
    }
}
