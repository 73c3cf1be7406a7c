namespace Cycle.Bench.Portfolio;

/// <summary>
/// SplitMix64: the same numbers on every machine and runtime, which System.Random does not promise. Every account has a stream of its
/// own, so that a larger portfolio begins with the smaller one.
/// </summary>
internal sealed class Prng
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state;

    private Prng(ulong state) => _state = state;

    public static Prng For(ulong seed, ulong stream) => new(Mix(seed) ^ Mix(unchecked((stream + 1) * Golden)));

    /// <summary>A number from 0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>A number from <paramref name="min"/> to <paramref name="max"/>, both included.</summary>
    public int Between(int min, int max) => min + Below(max - min + 1);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Percent(int share) => Below(100) < share;

    /// <summary>True in so many of a thousand cases.</summary>
    public bool Permille(int share) => Below(1000) < share;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Picks by weight.</summary>
    public T Pick<T>(params ReadOnlySpan<(T Choice, int Weight)> choices)
    {
        var total = 0;
        foreach (var (_, weight) in choices)
        {
            total += weight;
        }

        var left = Below(total);
        foreach (var (choice, weight) in choices)
        {
            left -= weight;
            if (left < 0)
            {
                return choice;
            }
        }

        return choices[^1].Choice;
    }

    private ulong Next() => Mix(unchecked(_state += Golden));

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
