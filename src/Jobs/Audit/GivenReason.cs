using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Audit;

/// <summary>Why a person did something, in the person's words, which may hold anything: made fit to be kept and shown.</summary>
public static class GivenReason
{
    /// <summary>The longest that is kept, in characters.</summary>
    public const int MostCharacters = 500;

    /// <summary>The reason without blanks around it, card numbers masked, and not longer than is kept.</summary>
    /// <param name="reason">As it was typed.</param>
    public static string Kept(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);

        // Masked before it is cut: half a number would be none that the mask knows.
        var words = CardNumberMask.MaskLongDigits(reason.Trim());
        var most = Math.Min(words.Length, MostCharacters);
        return words[..(most < words.Length && char.IsHighSurrogate(words[most - 1]) ? most - 1 : most)];
    }
}
