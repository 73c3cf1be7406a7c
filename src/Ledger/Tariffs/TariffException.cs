namespace Cycle.Ledger.Tariffs;

/// <summary>A tariff file that is refused, with everything that is wrong in it.</summary>
public sealed class TariffException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="problems">At least one, in the order of the file's terms.</param>
    public TariffException(IReadOnlyList<FileProblem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<FileProblem> Problems { get; }

    private static string Describe(IReadOnlyList<FileProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentOutOfRangeException.ThrowIfZero(problems.Count);
        var count = problems.Count == 1 ? "1 problem" : $"{problems.Count} problems";
        return $"The tariff is refused: {count}.\n" + string.Join('\n', problems);
    }
}
