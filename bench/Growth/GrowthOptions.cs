using System.Globalization;
using Cycle.Bench.Nights;

namespace Cycle.Bench.Growth;

/// <summary>How many accounts live through how many cycles.</summary>
internal sealed record GrowthOptions(int Accounts, int Cycles, int Postings, int Workers, string Results)
{
    public static bool TryParse(IReadOnlyList<string> words, out GrowthOptions options)
    {
        options = new(5_000, 24, 5, Environment.ProcessorCount, Path.Combine(BenchHome.Root, "bench", "results"));
        for (var at = 0; at + 1 < words.Count; at += 2)
        {
            var value = words[at + 1];
            var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            switch (words[at])
            {
                case "--accounts" when isNumber:
                    options = options with { Accounts = number };
                    break;
                case "--cycles" when isNumber && number is >= 4 and <= 30:
                    options = options with { Cycles = number };
                    break;
                case "--postings" when isNumber && number <= 90:
                    options = options with { Postings = number };
                    break;
                case "--workers" when isNumber && number <= 64:
                    options = options with { Workers = number };
                    break;
                case "--results" when value.Length > 0:
                    options = options with { Results = Path.GetFullPath(value) };
                    break;
                default:
                    return false;
            }
        }

        return words.Count % 2 == 0;
    }
}
