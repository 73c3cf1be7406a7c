using Cycle.Tests.Shared;
using Xunit.Abstractions;

namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>How much is tried and from which seed, and where the counts are told.</summary>
internal static class FuzzSettings
{
    private const int Quick = 600;

    /// <summary>Mutated rows or files of each format; CYCLE_FUZZ_CASES asks for more.</summary>
    public static int Cases { get; } = Number("CYCLE_FUZZ_CASES", Quick);

    /// <summary>The same files on every machine, unless CYCLE_FUZZ_SEED says otherwise.</summary>
    public static int Seed { get; } = Number("CYCLE_FUZZ_SEED", 20_260_818);

    /// <summary>The dice of the nth file. Not by <see cref="HashCode"/>, which is another one in every process.</summary>
    public static Dice Dice(int number) => new(unchecked((Seed * 31) + (number * 7_919)));

    /// <summary>Says what was tried, in the test's output and in artifacts/test-results/fuzz-FORMAT.txt.</summary>
    public static void Tell(ITestOutputHelper output, string format, string tried)
    {
        var told = $"{format}, seed {Seed}: {tried}";
        output.WriteLine(told);
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "test-results"));
        File.WriteAllText(Path.Combine(folder.FullName, $"fuzz-{format}.txt"), told + "\n");
    }

    /// <summary>A failure that can be looked at: the file is kept, and the message says where and how to get it again.</summary>
    public static InvalidOperationException Failure(string format, int number, byte[] content, Exception cause)
    {
        var kept = Path.Combine(Path.GetTempPath(), $"cycle-fuzz-{format}-{number}");
        File.WriteAllBytes(kept, content);
        return new($"{format}, file {number} of seed {Seed}, kept as {kept}: {cause.Message}", cause);
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var number) && number > 0 ? number : otherwise;
}
