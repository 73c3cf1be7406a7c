namespace Cycle.Tests.Shared;

/// <summary>How much is killed and from which seed, and where the counts are told.</summary>
internal static class ChaosSettings
{
    /// <summary>Seeds, each a night of its own; CYCLE_CHAOS_SEEDS asks for more.</summary>
    public static int Seeds { get; } = Number("CYCLE_CHAOS_SEEDS", 1);

    /// <summary>Processes killed a seed; CYCLE_CHAOS_KILLS asks for more.</summary>
    public static int KillsEach { get; } = Number("CYCLE_CHAOS_KILLS", 6);

    /// <summary>Of the boundaries of transactions every nth is tried; CYCLE_CHAOS_EVERY=1 tries them all.</summary>
    public static int EveryBoundary { get; } = Number("CYCLE_CHAOS_EVERY", 12);

    /// <summary>The same moments on every machine as far as its speed allows, unless CYCLE_CHAOS_SEED says otherwise.</summary>
    public static int FirstSeed { get; } = Number("CYCLE_CHAOS_SEED", 1);

    /// <summary>Does something at one boundary of transactions after the other, until there is none left.</summary>
    /// <param name="isTold">Whether the last answer arrives; the nights whose answer is lost begin half a stride later, so that other boundaries are tried.</param>
    /// <param name="tryAt">Does it at a boundary; false when there was no such boundary.</param>
    /// <returns>How many were tried.</returns>
    public static async Task<int> TryBoundariesAsync(bool isTold, Func<int, Task<bool>> tryAt)
    {
        var tried = 0;
        var first = isTold ? 1 : 1 + (EveryBoundary / 2);
        for (var boundary = first; await tryAt(boundary); boundary += EveryBoundary)
        {
            tried++;
        }

        tried.ShouldBeGreaterThan(60 / EveryBoundary);
        return tried;
    }

    /// <summary>Says what was tried, in artifacts/test-results/chaos-NAME.txt.</summary>
    public static void Tell(string name, string tried)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "test-results"));
        File.WriteAllText(Path.Combine(folder.FullName, $"chaos-{name}.txt"), tried + "\n");
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var number) && number > 0 ? number : otherwise;
}
