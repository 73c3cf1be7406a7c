namespace Cycle.Ledger;

/// <summary>One thing wrong with a JSON file that a person keeps, such as a tariff or a schedule, so that its author can mend it without reading code.</summary>
/// <param name="Path">Where: a JSON path ("$.minimumShare.values[1].from").</param>
/// <param name="Found">What stands there, shortened; "nothing" when it is missing.</param>
/// <param name="Expected">What may stand there.</param>
/// <param name="Remedy">What to do.</param>
public sealed record FileProblem(string Path, string Found, string Expected, string Remedy)
{
    /// <summary>The problem as one line.</summary>
    public override string ToString() => $"{Path}: found {Found}, expected {Expected}. {Remedy}";
}
