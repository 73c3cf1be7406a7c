using System.Globalization;
using System.Text;

namespace Cycle.Jobs.Tests.Audit;

/// <summary>Card numbers to be hidden in files, each used once so that a leak tells where it was planted.</summary>
internal sealed class PlantedNumbers
{
    private const int Visible = 12;

    /// <summary>Where each run of so many digits was planted.</summary>
    private readonly Dictionary<string, string> _places = [];
    private readonly Random _random = new(20260818);

    /// <summary>How a number can be written: as digits, in the groups cards print with spaces or hyphens, in Thai digits, as an older or longer number.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["plain", "spaces", "hyphens", "thai", "thirteen", "nineteen", "amex"];

    /// <summary>A number that nothing else uses.</summary>
    /// <param name="place">Where it is planted, for the message when it leaks.</param>
    /// <param name="form">One of <see cref="Forms"/>.</param>
    public string In(string place, string form)
    {
        var digits = Luhn(form switch { "thirteen" => 13, "nineteen" => 19, "amex" => 15, _ => 16 });
        foreach (var at in Enumerable.Range(0, digits.Length - Visible + 1))
        {
            _places.Add(digits.Substring(at, Visible), $"{place} ({form})");
        }

        return form switch
        {
            "spaces" => Grouped(digits, " ", 4, 4, 4),
            "hyphens" => Grouped(digits, "-", 4, 4, 4),
            "amex" => Grouped(digits, " ", 4, 6),
            "thai" => string.Concat(digits.Select(digit => (char)('๐' + (digit - '0')))),
            _ => digits,
        };
    }

    /// <summary>The places of the numbers of which so much is found in a text that the rest could be guessed: twelve digits in a row.</summary>
    public IEnumerable<string> FoundIn(string text)
    {
        var digits = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Where(Rune.IsDigit))
        {
            digits.Append((int)Rune.GetNumericValue(rune));
        }

        var all = digits.ToString();
        var places = _places.GetAlternateLookup<ReadOnlySpan<char>>();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + Visible <= all.Length; at++)
        {
            if (places.TryGetValue(all.AsSpan(at, Visible), out var place))
            {
                found.Add(place);
            }
        }

        return found;
    }

    private static string Grouped(string digits, string gap, params int[] lengths)
    {
        var at = 0;
        var groups = new List<string>();
        foreach (var length in lengths)
        {
            groups.Add(digits.Substring(at, length));
            at += length;
        }

        return string.Join(gap, groups.Append(digits[at..]));
    }

    private string Luhn(int length)
    {
        // Begins with 4 like cards do, never with 0, which a number would lose.
        var digits = "4" + string.Concat(Enumerable.Range(0, length - 2).Select(_ => _random.Next(10).ToString(CultureInfo.InvariantCulture)));
        for (var check = 0; ; check++)
        {
            var whole = digits + check.ToString(CultureInfo.InvariantCulture);
            if (whole.Reverse().Select((digit, i) => (digit - '0') * (1 + (i % 2))).Sum(value => value > 9 ? value - 9 : value) % 10 == 0)
            {
                return whole;
            }
        }
    }
}
