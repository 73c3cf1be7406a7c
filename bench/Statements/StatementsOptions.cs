using System.Globalization;
using Cycle.Bench.Nights;

namespace Cycle.Bench.Statements;

/// <summary>How long statements are drawn for.</summary>
/// <param name="Rounds">Rounds of each size; 0 leaves sizes and browser out.</param>
/// <param name="Seconds">Seconds a round.</param>
/// <param name="Soak">Statements drawn in one process; 0 for none, else at least 10.</param>
/// <param name="Results">The folder that holds a folder of results for each machine.</param>
internal sealed record StatementsOptions(int Rounds, double Seconds, int Soak, string Results)
{
    public static bool TryParse(IReadOnlyList<string> words, out StatementsOptions options)
    {
        options = new(3, 3, 0, Path.Combine(BenchHome.Root, "bench", "results"));
        for (var at = 0; at + 1 < words.Count; at += 2)
        {
            var value = words[at + 1];
            var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            switch (words[at])
            {
                case "--rounds" when isNumber:
                    options = options with { Rounds = number };
                    break;
                case "--seconds" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds > 0:
                    options = options with { Seconds = seconds };
                    break;
                case "--soak" when isNumber && number is 0 or >= 10:
                    options = options with { Soak = number };
                    break;
                case "--results" when value.Length > 0:
                    options = options with { Results = value };
                    break;
                default:
                    return false;
            }
        }

        return words.Count % 2 == 0;
    }
}
