namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>Chances that fall the same way whenever the same seed is thrown again.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>0 to one less than <paramref name="count"/>.</summary>
    public int Below(int count) => _random.Next(count);

    public bool OneIn(int count) => Below(count) == 0;

    public T Of<T>(params IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public byte Byte() => (byte)Below(256);
}
