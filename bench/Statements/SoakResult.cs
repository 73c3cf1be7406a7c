namespace Cycle.Bench.Statements;

/// <summary>Many statements in one process: resident memory after each tenth of them.</summary>
internal sealed record SoakResult(int Statements, IReadOnlyList<int> ResidentMegabytes, int GrowthAfterFirstTenthMegabytes, double PerSecondAndCore);
