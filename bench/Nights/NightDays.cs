namespace Cycle.Bench.Nights;

/// <summary>The dates of a measured portfolio: one cycle before, a month of nights, and the night that closes every account again.</summary>
internal static class NightDays
{
    /// <summary>The day on which every account closes.</summary>
    public const int StatementDay = 18;

    /// <summary>When customers begin to spend.</summary>
    public static readonly DateOnly Begin = new(2026, 7, 19);

    /// <summary>The first night: masters, rates, a cycle of postings, every account closed once.</summary>
    public static readonly DateOnly First = new(2026, 8, StatementDay);

    /// <summary>The night that is measured.</summary>
    public static readonly DateOnly Measured = new(2026, 9, StatementDay);
}
