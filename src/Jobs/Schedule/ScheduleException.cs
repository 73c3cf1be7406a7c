using Cycle.Ledger;

namespace Cycle.Jobs.Schedule;

/// <summary>A schedule file that is refused, with everything that is wrong in it.</summary>
public sealed class ScheduleException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="problems">At least one, in the order they were found.</param>
    public ScheduleException(IReadOnlyList<FileProblem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<FileProblem> Problems { get; }

    private static string Describe(IReadOnlyList<FileProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentOutOfRangeException.ThrowIfZero(problems.Count);
        var count = problems.Count == 1 ? "1 problem" : $"{problems.Count} problems";
        return $"The schedule is refused: {count}.\n" + string.Join('\n', problems);
    }
}
