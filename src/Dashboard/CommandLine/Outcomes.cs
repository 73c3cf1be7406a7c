using Cycle.Jobs.Nights;

namespace Cycle.Dashboard.CommandLine;

/// <summary>Says at the end of nights what is to be looked at, and where things are.</summary>
internal static class Outcomes
{
    public static int Say(NightOutcome outcome, string output)
    {
        Console.WriteLine($"{outcome.Nights} {(outcome.Nights == 1 ? "night" : "nights")} complete. Results are in {output}");
        if (outcome.IsClean)
        {
            return ExitCode.Done;
        }

        Console.WriteLine(
            $"To look at: {outcome.Rejects} rows rejected, {outcome.Refusals} files refused, {outcome.SetAside} accounts set aside " +
            "(see the control reports, and `cycle export`).");
        return ExitCode.DoneWithRejects;
    }
}
