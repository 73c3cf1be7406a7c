namespace Cycle.Bench.Portfolio;

/// <summary>How figures and dates are written in files.</summary>
internal static class Texts
{
    public static string Money(long satang) => $"{satang / 100}.{satang % 100:00}";

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd");

    public static string Date(DateOnly? date) => date is { } day ? Date(day) : "";

    public static string Flag(bool flag) => flag ? "true" : "false";

    /// <summary>Rounds half up; the value is not negative.</summary>
    public static long Divided(long value, long by) => (value + by / 2) / by;
}
