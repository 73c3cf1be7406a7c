namespace Cycle.Ledger;

/// <summary>Text form of numbers kept as whole hundredths: satang, foreign amounts, basis points of a percent.</summary>
public static class Hundredths
{
    /// <summary>The most digits before the point that <see cref="TryParse(ReadOnlySpan{char}, out long)"/> accepts: 999,999,999,999.99 is the largest amount of one row.</summary>
    public const int MaxWholeDigits = 12;

    private const int UsualBytes = 32;

    /// <summary>Writes hundredths with exactly two decimals and a leading minus when negative.</summary>
    /// <param name="value">Hundredths.</param>
    public static string Format(long value)
    {
        var magnitude = value < 0 ? (UInt128)(-(Int128)value) : (UInt128)value;
        Span<char> buffer = stackalloc char[24];
        var at = buffer.Length;
        for (var written = 0; written < 3 || magnitude > 0; written++)
        {
            if (written == 2)
            {
                buffer[--at] = '.';
            }

            buffer[--at] = (char)('0' + (int)(magnitude % 10));
            magnitude /= 10;
        }

        if (value < 0)
        {
            buffer[--at] = '-';
        }

        return new string(buffer[at..]);
    }

    /// <summary>Reads digits with an optional point and one or two decimals; nothing else (no sign, blank, separator or exponent).</summary>
    /// <param name="text">The text as the file has it.</param>
    /// <param name="value">Hundredths, zero or above.</param>
    /// <returns>False when the text is not such a number or has more than <see cref="MaxWholeDigits"/> digits before the point.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var decimals = point < 0 ? default : text[(point + 1)..];
        if (whole.IsEmpty || (point >= 0 && decimals.Length is < 1 or > 2))
        {
            return false;
        }

        whole = whole.TrimStart('0');
        if (whole.Length > MaxWholeDigits || !TryDigits(whole, ref value))
        {
            return false;
        }

        if (!TryDigits(decimals, ref value))
        {
            return false;
        }

        for (var missing = decimals.Length; missing < 2; missing++)
        {
            value *= 10;
        }

        return true;
    }

    /// <summary>Reads the same from text that is UTF-8 still, as the file has it.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="value">Hundredths, zero or above.</param>
    /// <returns>False when the text is not such a number.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out long value)
    {
        Span<char> characters = text.Length <= UsualBytes ? stackalloc char[UsualBytes] : new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            // A byte that is no character of its own becomes one that is no digit.
            characters[i] = (char)text[i];
        }

        return TryParse(characters[..text.Length], out value);
    }

    private static bool TryDigits(ReadOnlySpan<char> digits, ref long value)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
