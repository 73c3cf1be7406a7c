using System.Globalization;

namespace Cycle.Ledger.Postings;

/// <summary>A longest run of digits in a text, of any script.</summary>
/// <param name="Digits">Each digit's value and where it stands, as a UTF-16 index.</param>
/// <param name="End">Index after the last digit.</param>
/// <param name="FollowsSingleGap">Whether just one space or hyphen parts it from the run before.</param>
internal sealed record DigitRun(IReadOnlyList<(int Value, int At)> Digits, int End, bool FollowsSingleGap)
{
    /// <summary>How many digits.</summary>
    public int Length => Digits.Count;

    /// <summary>Index of the first digit.</summary>
    public int Start => Digits[0].At;

    /// <summary>Index of a digit, or of the end when there are not so many.</summary>
    public int IndexOf(int digit) => digit < Length ? Digits[digit].At : End;

    /// <summary>All runs of a text in order.</summary>
    public static List<DigitRun> AllOf(string text)
    {
        var runs = new List<DigitRun>();
        var digits = new List<(int, int)>();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (System.Text.Rune.IsDigit(rune))
            {
                digits.Add((CharUnicodeInfo.GetDecimalDigitValue(text, at), at));
            }
            else if (digits.Count > 0)
            {
                runs.Add(Close(text, digits, at, runs));
                digits = [];
            }

            at += rune.Utf16SequenceLength;
        }

        if (digits.Count > 0)
        {
            runs.Add(Close(text, digits, at, runs));
        }

        return runs;
    }

    private static DigitRun Close(string text, List<(int Value, int At)> digits, int end, List<DigitRun> before)
    {
        var start = digits[0].At;
        return new(digits, end, before.Count > 0 && before[^1].End == start - 1 && text[start - 1] is ' ' or '-');
    }
}
