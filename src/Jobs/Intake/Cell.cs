namespace Cycle.Jobs.Intake;

/// <summary>Reads cells that mean the same in every file.</summary>
internal static class Cell
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2999, 12, 31);

    /// <summary>A date as <c>yyyy-MM-dd</c> between 1900 and 2999.</summary>
    public static bool TryDate(string text, out DateOnly date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !TryDigits(text.AsSpan(0, 4), out var year) || !TryDigits(text.AsSpan(5, 2), out var month)
            || !TryDigits(text.AsSpan(8, 2), out var day)
            || year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new(year, month, day);
        return date >= Earliest && date <= Latest;
    }

    /// <summary>A time as <c>HH:mm:ss</c>.</summary>
    public static bool TryTime(string text, out TimeOnly time)
    {
        time = default;
        if (text.Length != 8 || text[2] != ':' || text[5] != ':'
            || !TryDigits(text.AsSpan(0, 2), out var hour) || !TryDigits(text.AsSpan(3, 2), out var minute)
            || !TryDigits(text.AsSpan(6, 2), out var second) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new(hour, minute, second);
        return true;
    }

    /// <summary>A whole number of one or two digits.</summary>
    public static bool TrySmallNumber(string text, out int number)
    {
        number = 0;
        return text.Length is 1 or 2 && TryDigits(text, out number);
    }

    /// <summary>Characters of a text as people count them.</summary>
    public static int Characters(string text) => text.EnumerateRunes().Count();

    private static bool TryDigits(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
