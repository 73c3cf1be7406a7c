namespace Cycle.Ledger.Postings;

/// <summary>Finds card numbers among the digits of a text: 13 to 19 that pass the Luhn check, written together or as cards print them.</summary>
internal static class CardNumbers
{
    /// <summary>Fewest digits of a card number.</summary>
    public const int FewestDigits = 13;

    private const int MostDigits = 19;

    /// <summary>Lengths of the groups before the last one; the longest pattern first, since the shorter one is its beginning.</summary>
    private static readonly int[][] PrintedGroups = [[4, 4, 4, 4], [4, 4, 4], [4, 6]];

    /// <summary>The card numbers of a text, as first run and number of runs.</summary>
    public static IEnumerable<(int First, int Runs)> Among(List<DigitRun> runs)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            var length = At(runs, i);
            if (length > 0)
            {
                yield return (i, length);
                i += length - 1;
            }
        }
    }

    /// <summary>How many runs make up the card number that begins with a run; 0 when none does.</summary>
    public static int At(List<DigitRun> runs, int first)
    {
        if (IsNumber(runs, first, 1))
        {
            return 1;
        }

        foreach (var lengths in PrintedGroups)
        {
            if (HasGroups(runs, first, lengths) && IsNumber(runs, first, lengths.Length + 1))
            {
                return lengths.Length + 1;
            }
        }

        return 0;
    }

    private static bool HasGroups(List<DigitRun> runs, int first, int[] lengths)
    {
        for (var i = 0; i < lengths.Length; i++)
        {
            if (first + i + 1 >= runs.Count || runs[first + i].Length != lengths[i] || !runs[first + i + 1].FollowsSingleGap)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumber(List<DigitRun> runs, int first, int count)
    {
        var (sum, length) = (0, 0);
        for (var run = first + count - 1; run >= first; run--)
        {
            for (var i = runs[run].Length - 1; i >= 0; i--, length++)
            {
                // Luhn: every second digit from the right doubled, its own digits added up.
                var digit = runs[run].Digits[i].Value * (1 + (length % 2));
                sum += digit > 9 ? digit - 9 : digit;
            }
        }

        return length is >= FewestDigits and <= MostDigits && sum % 10 == 0;
    }
}
