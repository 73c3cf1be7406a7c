using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Intake;

/// <summary>What was found in a cell, as a message may show it.</summary>
internal static class Found
{
    private const int LongestShown = 60;

    /// <summary>The text in single quotes, on one line, with every long run of digits masked, cut where it is very long.</summary>
    /// <param name="text">A cell as the file has it.</param>
    public static string Text(string text)
    {
        // Masked before it is cut: a card number must not lose the digit that gives it away.
        var shown = string.Concat(CardNumberMask.MaskLongDigits(text).Select(c => char.IsControl(c) ? ' ' : c));
        if (shown.Length > LongestShown)
        {
            var end = char.IsHighSurrogate(shown[LongestShown - 1]) ? LongestShown - 1 : LongestShown;
            shown = shown[..end] + "...";
        }

        return $"'{shown}'";
    }
}
