namespace Cycle.Bench.Nights;

/// <summary>The middle one of several rounds, and how far they lie apart.</summary>
internal sealed record Spread(double Median, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> values, int decimals = 2)
    {
        var sorted = values.Order().ToList();
        var middle = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        return new(Math.Round(middle, decimals), Math.Round(sorted[0], decimals), Math.Round(sorted[^1], decimals));
    }
}
