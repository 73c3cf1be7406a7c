using Cycle.Bench.Machine;
using Cycle.Bench.Nights;

namespace Cycle.Bench.Growth;

/// <summary>A cycle: its nights, and what the store holds at its end.</summary>
internal sealed record GrowthCycle(
    int Cycle, Spread NightSeconds, double AllNightsSeconds, long Postings, long Statements, long JournalRows, long StoreBytes);

/// <summary>What <c>bench growth</c> found.</summary>
/// <param name="LastToSecond">A median night of the last two cycles in those of the second and third.</param>
internal sealed record GrowthResults(
    string Measured, MachineFacts Machine, Versions Versions, int Accounts, int PostingsAnAccount, int Workers, double LastToSecond,
    IReadOnlyList<GrowthCycle> Cycles)
{
    /// <summary>How much longer a night takes late than early; two cycles each, so that one busy month does not decide.</summary>
    public static double LaterToEarlier(IReadOnlyList<GrowthCycle> cycles) => Math.Round(
        (cycles[^1].NightSeconds.Median + cycles[^2].NightSeconds.Median) / (cycles[1].NightSeconds.Median + cycles[2].NightSeconds.Median), 2);

    public static GrowthResults? Read(string file) => ResultFile.Read<GrowthResults>(file);

    public void Write(string file) => ResultFile.Write(file, this);
}
