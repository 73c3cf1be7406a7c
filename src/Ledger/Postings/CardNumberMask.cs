using System.Text;

namespace Cycle.Ledger.Postings;

/// <summary>
/// Takes card numbers out of text before it is stored or shown anywhere (files.md, <c>merchant</c>). A card number is a run of 13 to 19
/// digits of any script that passes the Luhn check, written together or in the groups cards print, parted by single spaces or hyphens.
/// </summary>
public static class CardNumberMask
{
    private const int DigitsKept = 4;

    /// <summary>Every digit of each card number in the text but its last four becomes <c>X</c>; the rest stays as it is.</summary>
    /// <param name="text">Any text.</param>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return MayHoldNumber(text) ? Replace(text, CardNumbers.Among) : text;
    }

    /// <summary>
    /// Like <see cref="Mask"/>, and also every other run of 13 or more digits, whatever its check digit: for messages, which must not
    /// show a number that may be a card's with one digit mistyped.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string MaskLongDigits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return MayHoldNumber(text) ? Replace(Replace(text, CardNumbers.Among), LongRuns) : text;
    }

    /// <summary>Whether the whole text is one card number, with or without the gaps cards print.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsCardNumber(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!MayHoldNumber(text))
        {
            return false;
        }

        var runs = DigitRun.AllOf(text);
        var count = runs.Count == 0 ? 0 : CardNumbers.At(runs, 0);
        return count > 0 && runs[0].Start == 0 && runs[count - 1].End == text.Length;
    }

    /// <summary>A cheap look that spares nearly every text the search.</summary>
    private static bool MayHoldNumber(string text)
    {
        var digits = 0;
        if (text.Length >= CardNumbers.FewestDigits)
        {
            foreach (var character in text)
            {
                // Digits beyond the basic plane come as surrogates.
                digits += char.IsDigit(character) || char.IsHighSurrogate(character) ? 1 : 0;
            }
        }

        return digits >= CardNumbers.FewestDigits;
    }

    private static IEnumerable<(int First, int Runs)> LongRuns(List<DigitRun> runs) =>
        Enumerable.Range(0, runs.Count).Where(i => runs[i].Length >= CardNumbers.FewestDigits).Select(i => (i, 1));

    private static string Replace(string text, Func<List<DigitRun>, IEnumerable<(int First, int Runs)>> find)
    {
        var runs = DigitRun.AllOf(text);
        var masked = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var (first, count) in find(runs))
        {
            var number = runs.GetRange(first, count);
            var toMask = number.Sum(run => run.Length) - DigitsKept;
            foreach (var run in number)
            {
                var hidden = Math.Min(toMask, run.Length);
                var shown = run.IndexOf(hidden);
                masked.Append(text, copied, run.Start - copied).Append('X', hidden).Append(text, shown, run.End - shown);
                toMask -= hidden;
                copied = run.End;
            }
        }

        return masked.Append(text, copied, text.Length - copied).ToString();
    }
}
