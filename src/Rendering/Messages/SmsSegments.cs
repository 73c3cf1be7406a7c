using System.Text;

namespace Cycle.Rendering.Messages;

/// <summary>How many text-message segments a text takes (3GPP TS 23.038): GSM-7 where every character has a code there, else UCS-2.</summary>
public static class SmsSegments
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extended = "^{}\\[~]|€\f";
    private const int SingleGsm7 = 160;
    private const int JoinedGsm7 = 153;
    private const int SingleUcs2 = 70;
    private const int JoinedUcs2 = 67;

    private static readonly System.Buffers.SearchValues<char> Gsm7Characters = System.Buffers.SearchValues.Create(Basic + Extended);

    /// <summary>Whether every character has a GSM-7 code.</summary>
    public static bool IsGsm7(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Gsm7Characters);

    /// <summary>Length in the text's own encoding: septets (2 for each of <c>^{}\[~]|€</c>) or UTF-16 units.</summary>
    public static int Units(ReadOnlySpan<char> text)
    {
        if (!IsGsm7(text))
        {
            return text.Length;
        }

        var units = text.Length;
        foreach (var character in text)
        {
            units += Extended.Contains(character, StringComparison.Ordinal) ? 1 : 0;
        }

        return units;
    }

    /// <summary>Segments the text takes, at least 1. No character is split between two segments.</summary>
    public static int Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isGsm7 = IsGsm7(text);
        return Units(text) <= (isGsm7 ? SingleGsm7 : SingleUcs2) ? 1 : CountJoined(text, isGsm7);
    }

    private static int CountJoined(string text, bool isGsm7)
    {
        var (segments, used, most) = (1, 0, isGsm7 ? JoinedGsm7 : JoinedUcs2);
        foreach (var rune in text.EnumerateRunes())
        {
            var width = isGsm7 && Extended.Contains((char)rune.Value, StringComparison.Ordinal) ? 2 : rune.Utf16SequenceLength;
            if (used + width > most)
            {
                segments++;
                used = 0;
            }

            used += width;
        }

        return segments;
    }
}
