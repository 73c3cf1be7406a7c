namespace Cycle.Ledger.Tests.Scenarios;

/// <summary>Dates and amounts as an example states them.</summary>
internal static class Shorthand
{
    /// <summary>"2026-08-18".</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    /// <summary>"-1,040.00": separators and a sign are allowed here.</summary>
    public static Money Baht(string text)
    {
        var digits = text.Replace(",", "", StringComparison.Ordinal);
        var isNegative = digits.StartsWith('-');
        if (!Hundredths.TryParse(digits.AsSpan(isNegative ? 1 : 0), out var satang))
        {
            throw new FormatException($"'{text}' is no amount.");
        }

        return new(isNegative ? -satang : satang);
    }

    /// <summary>"16.00" percent.</summary>
    public static PercentRate Percent(string text) => new((int)Baht(text).Satang);
}
