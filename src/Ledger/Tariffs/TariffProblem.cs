namespace Cycle.Ledger.Tariffs;

/// <summary>One thing wrong with a tariff file, so that its author can mend it without reading code.</summary>
/// <param name="Path">Where: a JSON path ("$.minimumShare.values[1].from").</param>
/// <param name="Found">What stands there, shortened; "nothing" when it is missing.</param>
/// <param name="Expected">What may stand there.</param>
/// <param name="Remedy">What to do.</param>
public sealed record TariffProblem(string Path, string Found, string Expected, string Remedy)
{
    /// <summary>The problem as one line.</summary>
    public override string ToString() => $"{Path}: found {Found}, expected {Expected}. {Remedy}";
}
